package reluctant.linear;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dft;
import reluctant.data.FirFilter;
import reluctant.data.Problem;
import reluctant.diagnose.Fvu;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * Whether a linear layer learnt the map behind its data, a filter's taps or the matrix of the DFT,
 * or only how to fit the data.
 */
public enum LinearMap {
  /** Each number of kernel and bias is off by less than 1 % of the true kernel's largest one. */
  LEARNT,
  /** Some number is off by more, although less than 1 % of the variance is unexplained. */
  ONLY_FITTED,
  /** Neither. */
  NEITHER;

  private static final double LARGEST_ERROR = 0.01;
  private static final double LARGEST_FVU = 0.01;

  /**
   * Says what a trial on {@link FirFilter} or {@link Dft} learnt.
   *
   * @param run what the trial gave
   * @return the outcome
   * @throws IllegalArgumentException if the data are something else or the model has more layers
   */
  public static LinearMap of(Run run) {
    return of(run, LARGEST_ERROR);
  }

  /**
   * Says what a trial on {@link FirFilter} or {@link Dft} learnt, by another cut.
   *
   * @param run what the trial gave
   * @param largestError below which each number is learnt, in parts of the true kernel's largest
   * @return the outcome
   * @throws IllegalArgumentException if the data are something else or the model has more layers
   */
  public static LinearMap of(Run run, double largestError) {
    Require.present("run", run);
    Require.positive("largestError", largestError);
    return largestError(run.network(), run.trial().data()) < largestError
        ? LEARNT
        : Fvu.of(run) < LARGEST_FVU ? ONLY_FITTED : NEITHER;
  }

  /**
   * Measures how far a layer is from the truth: the largest |error| of a number of kernel or bias,
   * in parts of the true kernel's largest number.
   */
  static double largestError(Network network, Problem problem) {
    SimpleMatrix truth = truth(problem);
    if (network.model().layers().size() != 1) {
      throw Require.refusal("the model must have one layer. Received: " + network.model());
    }
    double kernel = network.kernel(0).minus(truth).elementMaxAbs();
    boolean hasBias = network.parameters().length > truth.getNumElements();
    double bias = hasBias ? network.bias(0).elementMaxAbs() : 0;
    return Math.max(kernel, bias) / truth.elementMaxAbs();
  }

  /**
   * Returns the kernel that a linear layer has which learnt the problem, the taps as a column or
   * the matrix of the DFT; its bias is 0.
   */
  static SimpleMatrix truth(Problem problem) {
    if (problem instanceof FirFilter filter) {
      double[] taps = filter.taps();
      return new SimpleMatrix(taps.length, 1, true, taps);
    }
    if (problem instanceof Dft dft) {
      return dft.matrix();
    }
    throw Require.refusal("the data must be a firFilter or a dft. Received: " + problem);
  }
}
