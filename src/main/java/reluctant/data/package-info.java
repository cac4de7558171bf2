/**
 * What is learnt.
 *
 * <p>A {@link reluctant.data.Dataset} pairs inputs with targets; {@link reluctant.data.Problems}
 * makes those that the threads are about. Both are plain matrices (samples x features): nothing
 * here knows networks.
 */
@NullMarked
package reluctant.data;

import org.jspecify.annotations.NullMarked;
