/**
 * XOR and its relatives, chapters 13 and 16. {@link reluctant.xor.Corners}: what became of the four
 * corners, by the level at which the error rests; {@link reluctant.xor.Sight}: which corners were
 * seen by a ReLU at the start, and whether the run learnt.
 */
@NullMarked
package reluctant.xor;

import org.jspecify.annotations.NullMarked;
