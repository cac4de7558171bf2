/**
 * What both trainers do in a step: cut the data into {@link reluctant.steps.Batches}, add the
 * {@link reluctant.steps.Penalties} of regularizers and keep to constraints, leave what is {@link
 * reluctant.steps.Frozen} as it is, and write down a {@link reluctant.steps.Series} of losses.
 * {@code reluctant.train} and {@code reluctant.lanes} share it; it is the library's own.
 */
@NullMarked
package reluctant.steps;

import org.jspecify.annotations.NullMarked;
