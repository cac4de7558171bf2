/**
 * How long a training takes, measured with JMH by {@code ./workbook bench}.
 *
 * <p>{@link reluctant.bench.FitBenchmark} measures a whole training, {@link
 * reluctant.bench.StepBenchmark} one step of it, beside the same step in other libraries.
 */
package reluctant.bench;
