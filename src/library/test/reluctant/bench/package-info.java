/**
 * How long trainings take, measured with JMH by {@code ./workbook bench}.
 *
 * <p>{@link reluctant.bench.FitBenchmark} measures a whole training, {@link
 * reluctant.bench.WideFitBenchmark} one of wide layers beside EJML's products, {@link
 * reluctant.bench.StepBenchmark} one step of it, beside the same step in other libraries, and
 * {@link reluctant.bench.SweepBenchmark} a training among a thousand: in vector lanes and in rows
 * of plain Java. {@link reluctant.bench.ScalingBenchmark} tells how that grows. {@link
 * reluctant.bench.PeerTrainings}, {@link reluctant.bench.Ladder} and {@code Rates}, which tells how
 * fast the processor's vectors are, have no part in JMH: they are what {@code ./workbook bench
 * --peers} measures in Java.
 */
package reluctant.bench;
