/**
 * XOR and its relatives, chapter 13. {@link reluctant.xor.Corners}: what became of the four
 * corners, by the level at which the error rests; {@link reluctant.xor.Sight}: whether each corner
 * was seen by a unit at the start, and whether the run learnt.
 */
@NullMarked
package reluctant.xor;

import org.jspecify.annotations.NullMarked;
