package reluctant.diagnose;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * The fraction of variance unexplained: the mean squared error over the variance of the targets. It
 * is 0 for a perfect network and 1 for the best constant.
 */
public final class Fvu {

  private final double[] errors;
  private final double[] variances;

  /** Takes the sums of squares for each output. */
  private Fvu(DMatrixRMaj targets, DMatrixRMaj predictions) {
    int outputs = targets.numCols;
    errors = new double[outputs];
    variances = new double[outputs];
    for (int output = 0; output < outputs; output++) {
      double sum = 0;
      for (int i = output; i < targets.getNumElements(); i += outputs) {
        sum += targets.data[i];
      }
      double mean = sum / targets.numRows;
      for (int i = output; i < targets.getNumElements(); i += outputs) {
        double residual = predictions.data[i] - targets.data[i];
        double deviation = targets.data[i] - mean;
        errors[output] += residual * residual;
        variances[output] += deviation * deviation;
      }
    }
  }

  /**
   * Measures a run on what it learnt from.
   *
   * @param run what a trial gave
   * @return the sum of squared errors over the sum of squared deviations from each output's mean
   */
  public static double of(Run run) {
    return of(Require.present("run", run).network(), run.trial().dataset());
  }

  /**
   * Measures a network on any samples.
   *
   * @param network the network
   * @param data samples that fit it; targets that do not vary give infinity or NaN
   * @return the sum of squared errors over the sum of squared deviations from each output's mean
   */
  public static double of(Network network, Dataset data) {
    return measure(network, data).all();
  }

  /**
   * Measures predictions that are there already.
   *
   * @param targets what they should be (samples x outputs); those that do not vary give infinity or
   *     NaN
   * @param predictions (samples x outputs)
   * @return the sum of squared errors over the sum of squared deviations from each output's mean
   */
  public static double of(DMatrixRMaj targets, DMatrixRMaj predictions) {
    Require.present("targets", targets);
    Require.present("predictions", predictions);
    Require.shape(
        "predictions", predictions.numRows, predictions.numCols, targets.numRows, targets.numCols);
    return new Fvu(targets, predictions).all();
  }

  /**
   * Measures the best linear map with a bias, by least squares.
   *
   * @param data samples; targets that do not vary give infinity or NaN
   * @return the sum of its squared errors over the sum of squared deviations from each output's
   *     mean
   */
  public static double ofLeastSquares(Dataset data) {
    DMatrixRMaj y = Require.present("data", data).targets().getDDRM();
    Projection best = Projection.of(Projection.withOnes(data.inputs().getDDRM()), y.data);
    return of(y, new DMatrixRMaj(y.numRows, y.numCols, true, best.values()));
  }

  /**
   * Finds the run that has learnt best.
   *
   * @param runs at least one
   * @return the run with the smallest fraction on what it learnt from, the first of several
   */
  public static Run best(List<Run> runs) {
    return Collections.min(atLeastOne(runs), Comparator.comparingDouble(Fvu::of));
  }

  /**
   * Finds the run that has learnt worst.
   *
   * @param runs at least one
   * @return the run with the largest fraction on what it learnt from, the first of several
   */
  public static Run worst(List<Run> runs) {
    return Collections.max(atLeastOne(runs), Comparator.comparingDouble(Fvu::of));
  }

  private static List<Run> atLeastOne(List<Run> runs) {
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    return runs;
  }

  /**
   * Measures each output by itself.
   *
   * @param network the network
   * @param data samples that fit it; targets that do not vary give infinity or NaN
   * @return a fraction for each output
   */
  public static double[] perOutput(Network network, Dataset data) {
    Fvu fvu = measure(network, data);
    for (int output = 0; output < fvu.errors.length; output++) {
      fvu.errors[output] /= fvu.variances[output];
    }
    return fvu.errors;
  }

  private static Fvu measure(Network network, Dataset data) {
    Require.present("network", network);
    SimpleMatrix predictions = network.predict(Require.present("data", data).inputs());
    return new Fvu(data.targets().getDDRM(), predictions.getDDRM());
  }

  private double all() {
    double error = 0;
    double variance = 0;
    for (int output = 0; output < errors.length; output++) {
      error += errors[output];
      variance += variances[output];
    }
    return error / variance;
  }
}
