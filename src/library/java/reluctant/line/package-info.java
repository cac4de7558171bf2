/**
 * Values from the lines that they print themselves as: {@link reluctant.line.Vocabulary} says which
 * words a line may have and reads it, without running any Java.
 */
@NullMarked
package reluctant.line;

import org.jspecify.annotations.NullMarked;
