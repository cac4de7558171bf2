package reluctant.data;

import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;
import reluctant.Require;

/**
 * The best linear layer for a dataset: the kernel K and bias b with the least mean squared error of
 * X K + b. Where several are equally good, as for inputs that do not span their space, it is the
 * one with the smallest numbers. Immutable.
 */
public final class LeastSquares {

  private static final double SMALLEST_SHARE = 1e-12;

  private final boolean useBias;
  private final int samples;
  private final double[] singularValues;
  private final SimpleMatrix solution;
  private final double mse;

  private LeastSquares(Dataset data, boolean useBias) {
    this.useBias = useBias;
    samples = data.samples();
    SimpleMatrix x = data.inputs();
    if (useBias) {
      x = x.combine(0, x.getNumCols(), SimpleMatrix.ones(samples, 1));
    }
    SimpleSVD<SimpleMatrix> svd = x.svd(true);
    singularValues = svd.getSingularValues();
    solution = solve(svd, data.targets());
    SimpleMatrix residuals = x.mult(solution).minus(data.targets());
    mse = residuals.elementMult(residuals).elementSum() / residuals.getNumElements();
  }

  private static SimpleMatrix solve(SimpleSVD<SimpleMatrix> svd, SimpleMatrix targets) {
    SimpleMatrix projected = svd.getU().transpose().mult(targets);
    double smallest = SMALLEST_SHARE * svd.getSingleValue(0);
    for (int i = 0; i < projected.getNumRows(); i++) {
      double value = i < svd.getSingularValues().length ? svd.getSingleValue(i) : 0;
      for (int column = 0; column < projected.getNumCols(); column++) {
        projected.set(i, column, value > smallest ? projected.get(i, column) / value : 0);
      }
    }
    return svd.getV().mult(projected);
  }

  /**
   * Solves for a layer with a bias.
   *
   * @param data what the layer learns
   * @return the best layer
   */
  public static LeastSquares of(Dataset data) {
    return of(data, true);
  }

  /**
   * Solves by singular value decomposition.
   *
   * @param data what the layer learns
   * @param useBias whether the layer has a bias
   * @return the best layer
   */
  public static LeastSquares of(Dataset data, boolean useBias) {
    return new LeastSquares(Require.present("data", data), useBias);
  }

  /** Returns the best kernel K (features x outputs). */
  public SimpleMatrix kernel() {
    return solution.rows(0, solution.getNumRows() - (useBias ? 1 : 0));
  }

  /** Returns the best bias b (1 x outputs), zeros for a layer without. */
  public SimpleMatrix bias() {
    return useBias
        ? solution.extractVector(true, solution.getNumRows() - 1)
        : new SimpleMatrix(1, solution.getNumCols());
  }

  /** Returns the mean squared error of the best layer, over all samples and outputs. */
  public double mse() {
    return mse;
  }

  /**
   * Returns the learning rate above which gradient descent on the MSE of all samples diverges:
   * outputs / lambda_max(X^T X / n), X with a column of ones for a bias. The Hessian for each
   * output is 2 / (n outputs) X^T X, and descent is stable below 2 / lambda_max of that.
   */
  public double learningRateLimit() {
    return solution.getNumCols() * samples / (singularValues[0] * singularValues[0]);
  }

  /**
   * Returns how long the valleys of the loss are, the condition number lambda_max / lambda_min of
   * X^T X, infinite where inputs do not span their space. Gradient descent needs about so many
   * steps.
   */
  public double conditionNumber() {
    double least = singularValues[singularValues.length - 1];
    double ratio = singularValues[0] / least;
    return least > SMALLEST_SHARE * singularValues[0] && samples >= solution.getNumRows()
        ? ratio * ratio
        : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns the condition number over the directions that the inputs have: lambda_max over the
   * least eigenvalue of X^T X that is not 0 but for rounding. Gradient descent has no slope along
   * the others, so that its loss falls as fast as this number says.
   */
  public double spannedConditionNumber() {
    double least = singularValues[0];
    for (double value : singularValues) {
      least = value > SMALLEST_SHARE * singularValues[0] ? Math.min(least, value) : least;
    }
    return singularValues[0] / least * (singularValues[0] / least);
  }

  /** Returns the error and the limit of the learning rate. */
  @Override
  public String toString() {
    return "least squares with MSE " + mse + ", learning rates below " + learningRateLimit();
  }
}
