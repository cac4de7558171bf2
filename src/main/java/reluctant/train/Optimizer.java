package reluctant.train;

/**
 * How parameters follow the gradient. A value: the state of a training run lies in the {@link
 * OptimizerState} that it starts.
 *
 * <p>Moments that have decayed below 1e-100 (squares of gradients: below 1e-200) are set to 0 after
 * every 256th step. That changes no parameter above 1e-80 and keeps the moments of dead units out
 * of the denormal range, where arithmetic is many times slower.
 */
public interface Optimizer {

  /**
   * Starts a training run.
   *
   * @param parameters how many parameters will be trained
   * @return a fresh state
   */
  OptimizerState start(int parameters);
}
