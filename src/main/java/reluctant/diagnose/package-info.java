/**
 * What became of a training.
 *
 * <p>{@link reluctant.diagnose.Halves} says which halves of |x| a network learnt, foretells it from
 * the initial numbers, and knows the closed form of how often each happens.
 */
@NullMarked
package reluctant.diagnose;

import org.jspecify.annotations.NullMarked;
