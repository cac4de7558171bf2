/**
 * Small programs that show one idea each, in reading order: {@link
 * reluctant.examples.TrainANetwork}, {@link reluctant.examples.WatchATraining}, {@link
 * reluctant.examples.LookInside}, {@link reluctant.examples.CountOutcomes}, {@link
 * reluctant.examples.MapSettings}, {@link reluctant.examples.CompareNumbers}, {@link
 * reluctant.examples.SaveAndLoad}, {@link reluctant.examples.YourOwnActivation}, {@link
 * reluctant.examples.PenaltiesAndConstraints}.
 */
@NullMarked
package reluctant.examples;

import org.jspecify.annotations.NullMarked;
