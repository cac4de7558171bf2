package reluctant.absolute;

import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Dense;
import reluctant.train.Gradient;
import reluctant.train.Run;

/**
 * Whose small step would make a network of |x| better for x &lt; 0, if all its units look to the
 * right: told by the gradient of its loss over those samples alone, which is exactly 0 for all
 * numbers of a unit that is silent on them.
 */
public enum SmallStep {
  /** Nobody's: each derivative is exactly 0. */
  NONE,
  /** That of the output's bias alone. */
  OUTPUT_BIAS,
  /** That of a unit too, of its kernel, bias or output weight. */
  UNIT,
  /** Not asked: some kernel weight is not positive, so that its unit looks to the left. */
  TURNED;

  /**
   * Looks at the end of a training.
   *
   * @param run what a trial 1 -> units -> 1 gave
   * @return whose step helps
   * @throws IllegalArgumentException if no input is negative
   */
  public static SmallStep of(Run run) {
    Dataset negative = NegativeInputs.samples(Require.present("run", run).trial().dataset());
    if (run.network().kernel(0).elementMin() <= 0) {
      return TURNED;
    }
    double[] slopes =
        Gradient.of(run.network(), run.trial().fit().last().loss(), negative).parameters();
    var layers = run.network().model().layers();
    boolean hasBias = layers.get(layers.size() - 1) instanceof Dense dense && dense.useBias();
    int units = slopes.length - (hasBias ? 1 : 0);
    for (int i = 0; i < units; i++) {
      if (slopes[i] != 0) {
        return UNIT;
      }
    }
    return hasBias && slopes[units] != 0 ? OUTPUT_BIAS : NONE;
  }
}
