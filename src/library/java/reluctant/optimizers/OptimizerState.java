package reluctant.optimizers;

/** An {@link Optimizer} in the middle of a training run. It allocates nothing after its start. */
public interface OptimizerState {

  /**
   * Makes one step.
   *
   * @param gradient dL/dparameters. Not modified.
   * @param parameters the parameters. Modified.
   */
  void apply(double[] gradient, double[] parameters);
}
