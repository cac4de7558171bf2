package reluctant.diagnose;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import reluctant.data.Dataset;
import reluctant.train.Run;

/** What a network answers to the samples that it learnt from, beside what it should. */
final class Answers {

  /** Answers are at a level that leaves an error E when their mean distance^2 is below 2 % of E. */
  private static final double NEAR = 0.02;

  private final Run run;
  private final DMatrixRMaj inputs;
  private final double[] targets;
  private final double[] predictions;
  private final int outputs;

  private Answers(Run run, Dataset data) {
    this.run = run;
    inputs = data.inputs().getDDRM();
    targets = data.targets().getDDRM().data;
    predictions = run.network().predict(data.inputs()).getDDRM().data;
    outputs = data.outputs();
  }

  static Answers of(Run run) {
    return new Answers(run, run.trial().dataset());
  }

  Run run() {
    return run;
  }

  /** X (samples x features). Not to be modified, as all that follow. */
  DMatrixRMaj inputs() {
    return inputs;
  }

  /** Y, row by row. */
  double[] targets() {
    return targets;
  }

  /** P, row by row. */
  double[] predictions() {
    return predictions;
  }

  int samples() {
    return inputs.numRows;
  }

  int outputs() {
    return outputs;
  }

  boolean areFinite() {
    return Arrays.stream(predictions).allMatch(Double::isFinite);
  }

  /** The mean squared error. */
  double error() {
    return distance(predictions, targets);
  }

  /** The targets' variance, over all outputs: the error of their means. */
  double variance() {
    return distance(means(targets), targets);
  }

  /** Whether the answers are those, but for a little of the error that those leave. */
  boolean areNear(double[] others) {
    return distance(predictions, others) <= NEAR * distance(others, targets);
  }

  /** The mean of (a - b)^2. */
  static double distance(double[] some, double[] others) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += (some[i] - others[i]) * (some[i] - others[i]);
    }
    return sum / some.length;
  }

  /** The mean of each output, in each row. */
  double[] means(double[] y) {
    var sums = new double[outputs];
    for (int i = 0; i < y.length; i++) {
      sums[i % outputs] += y[i];
    }
    var means = new double[y.length];
    Arrays.setAll(means, i -> sums[i % outputs] / samples());
    return means;
  }

  /** The median of each output's targets, in each row. */
  double[] medians() {
    var medians = new double[targets.length];
    for (int output = 0; output < outputs; output++) {
      var column = new double[samples()];
      for (int i = 0; i < column.length; i++) {
        column[i] = targets[i * outputs + output];
      }
      Arrays.sort(column);
      double median = (column[(column.length - 1) / 2] + column[column.length / 2]) / 2;
      for (int i = output; i < medians.length; i += outputs) {
        medians[i] = median;
      }
    }
    return medians;
  }
}
