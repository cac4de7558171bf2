/**
 * What the layers of one network compute in the processor's vectors, along the rows of their
 * matrices.
 *
 * <p>{@link reluctant.vectors.Matrices} says what that is, and whether this JVM has it. {@code
 * reluctant.nn} has the same in plain Java, for narrow layers and for JVMs without vectors, with
 * the same bits. It is the library's own and sees nothing but the base.
 */
@NullMarked
package reluctant.vectors;

import org.jspecify.annotations.NullMarked;
