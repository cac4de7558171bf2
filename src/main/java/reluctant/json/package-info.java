/**
 * Values in files: {@link reluctant.json.JsonFile} writes any of the library's values as JSON that
 * a person can read, and reads it back to the bit.
 */
@NullMarked
package reluctant.json;

import org.jspecify.annotations.NullMarked;
