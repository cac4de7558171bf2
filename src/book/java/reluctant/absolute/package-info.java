/**
 * Two ReLUs and |x|, chapters 04 and 05. {@link reluctant.absolute.Halves}: which halves a network
 * learnt, foretold from the initial numbers, with the closed form of how often each happens; {@link
 * reluctant.absolute.Forecast}: whether that came true; {@link reluctant.absolute.Hinges}: the same
 * question where biases can follow the data; {@link reluctant.absolute.NegativeInputs} and {@link
 * reluctant.absolute.SmallStep}: what two units that look to the right say on the left, and whose
 * step would change it.
 */
@NullMarked
package reluctant.absolute;

import org.jspecify.annotations.NullMarked;
