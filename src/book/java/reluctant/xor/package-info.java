/**
 * XOR and its relatives, chapter 13. {@link reluctant.xor.Corners}: what became of the four
 * corners, by the level at which the error rests.
 */
@NullMarked
package reluctant.xor;

import org.jspecify.annotations.NullMarked;
