/**
 * The arithmetic of many small networks of one shape, side by side; no notion of training.
 *
 * <p>A lane is one network. Numbers of all lanes that mean the same thing lie next to each other,
 * and a group of lanes is worked on at once: as many as a vector of the processor holds, on the
 * Vector API, or a single one in plain Java. {@link reluctant.arithmetic.Lanes} chooses, {@link
 * reluctant.arithmetic.LayerLanes} says what a layer does, and {@code reluctant.lanes.Lockstep}
 * trains with it. On vectors {@code VectorFewInputs} and {@code VectorTiled} are the layers, by
 * their inputs, and {@code VectorOneHidden} and {@code VectorTwoUnits} whole networks. Both kinds
 * give the bits of a training of its own, as {@code VectorExponential} and its kin give those of
 * {@code reluctant.elementary}.
 */
@NullMarked
package reluctant.arithmetic;

import org.jspecify.annotations.NullMarked;
