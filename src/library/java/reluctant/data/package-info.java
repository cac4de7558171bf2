/**
 * What is learnt.
 *
 * <p>A {@link reluctant.data.Dataset} pairs inputs with targets, plain matrices (samples x
 * features). A {@link reluctant.data.Problem} draws one from random numbers. {@link
 * reluctant.data.Problems} makes those that the threads are about. {@link reluctant.data.Waveform}
 * is a single signal to be looked at. Nothing here knows networks.
 */
@NullMarked
package reluctant.data;

import org.jspecify.annotations.NullMarked;
