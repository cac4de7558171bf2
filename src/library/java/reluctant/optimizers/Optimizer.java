package reluctant.optimizers;

/**
 * How parameters follow the gradient. A value: the state of a training run lies in the {@link
 * OptimizerState} that it starts.
 *
 * <p>The formulas are Keras 3's, to the place where epsilon is added. In them w is a parameter and
 * g its gradient; all else starts at 0 unless said otherwise, and t is the step, from 1.
 *
 * <p>Moments that have decayed below 1e-100 (squares of gradients: below 1e-200) are set to 0 after
 * every 256th step. That changes no parameter above 1e-80 and keeps the moments of dead units out
 * of the denormal range, where arithmetic is many times slower.
 */
public interface Optimizer {

  /**
   * Starts a training run.
   *
   * @param variables how many numbers each variable has, in the order in which they lie in the
   *     parameters
   * @return a fresh state
   */
  OptimizerState start(int... variables);

  /** Returns the size of a step, the learning rate; of a schedule, that of the first one. */
  double learningRate();

  /**
   * Returns the learning rate of a step, the same for all unless there is a {@link Schedule}.
   *
   * @param step how many steps were made before
   */
  default double rate(long step) {
    return learningRate();
  }

  /**
   * Returns this with another learning rate. A schedule goes on from it, with all its rates in
   * proportion.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  Optimizer learningRate(double learningRate);

  /**
   * Returns this with a learning rate that changes from step to step.
   *
   * @param schedule the learning rate of each step
   */
  default Optimizer learningRate(Schedule schedule) {
    return new Scheduled(this, schedule);
  }

  /**
   * Returns this with each gradient cut to [-limit, limit], Keras' clipvalue.
   *
   * @param limit the largest magnitude, finite and above 0
   */
  default Optimizer clipValue(double limit) {
    return new Clipped(this, Clipped.By.VALUE, limit);
  }

  /**
   * Returns this with the gradient of each variable shortened to a norm of at most limit, Keras'
   * clipnorm: g = g limit / max(|g|, limit).
   *
   * @param limit the largest norm, finite and above 0
   */
  default Optimizer clipNorm(double limit) {
    return new Clipped(this, Clipped.By.NORM, limit);
  }

  /**
   * Returns this with the gradient of all parameters together shortened to a norm of at most limit,
   * Keras' global_clipnorm.
   *
   * @param limit the largest norm, finite and above 0
   */
  default Optimizer globalClipNorm(double limit) {
    return new Clipped(this, Clipped.By.GLOBAL_NORM, limit);
  }
}
