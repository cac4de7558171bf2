package reluctant.optimizers;

/** An {@link Optimizer} in the middle of a training run. It allocates nothing after its start. */
public interface OptimizerState {

  /**
   * Makes one step.
   *
   * @param rate the learning rate of this step
   * @param gradient dL/dparameters. Not modified.
   * @param parameters the parameters. Modified.
   */
  void apply(double rate, double[] gradient, double[] parameters);
}
