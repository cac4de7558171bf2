/**
 * The one form of all files: {@link reluctant.json.LineWriter} writes lines of JSON with check sums
 * that a person can read, {@link reluctant.json.LineReader} and its {@link
 * reluctant.json.LineFields} take nothing else back, to the bit, and {@link
 * reluctant.json.JsonFile} puts them in their place.
 */
@NullMarked
package reluctant.json;

import org.jspecify.annotations.NullMarked;
