package reluctant.diagnose;

import static reluctant.Text.rounded;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import reluctant.diagnose.Diagnosis.Finding;

/**
 * Answers of one input and one output that are a single hinge, a + b x + c relu(x - t): two
 * straight lines that meet at t.
 */
final class SingleHinge {

  /** So many places of the kink are tried. */
  private static final int PLACES = 64;

  /** A hinge explains all but this share of the answers' variance, and a line does not. */
  private static final double LARGEST_REST = 0.005;

  private static final double LEAST_BEND = 0.02;

  /** A side is flat whose slope is less than this part of the other one's. */
  private static final double FLAT = 0.05;

  private final double kink;
  private final double left;
  private final double right;
  private final double error;

  private SingleHinge(double kink, double left, double right, double error) {
    this.kink = kink;
    this.left = left;
    this.right = right;
    this.error = error;
  }

  static Optional<Finding> of(Answers answers) {
    if (answers.inputs().numCols != 1 || answers.outputs() != 1 || answers.samples() < 4) {
      return Optional.empty();
    }
    double[] p = answers.predictions();
    double variance = Answers.distance(answers.means(p), p);
    double[] line = Projection.of(Projection.withOnes(answers.inputs()), p).values();
    if (Answers.distance(line, p) < LEAST_BEND * variance) {
      return Optional.empty();
    }
    SingleHinge best = best(answers.inputs().data, p);
    return best.error < LARGEST_REST * variance
        ? Optional.of(new Finding(Symptom.HINGE, best.told()))
        : Optional.empty();
  }

  private static SingleHinge best(double[] x, double[] p) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    SingleHinge best = at(sorted[0], x, p);
    int places = Math.min(PLACES, x.length - 1);
    for (int i = 1; i < places; i++) {
      SingleHinge other = at(sorted[i * (x.length - 1) / places], x, p);
      best = other.error < best.error ? other : best;
    }
    return best;
  }

  private static SingleHinge at(double kink, double[] x, double[] p) {
    var columns = new DMatrixRMaj(x.length, 3);
    for (int row = 0; row < x.length; row++) {
      columns.set(row, 0, 1);
      columns.set(row, 1, x[row]);
      columns.set(row, 2, Math.max(0, x[row] - kink));
    }
    Projection fit = Projection.of(columns, p);
    double left = fit.factor(1);
    return new SingleHinge(kink, left, left + fit.factor(2), Answers.distance(fit.values(), p));
  }

  private String told() {
    String flat =
        Math.abs(left) < FLAT * Math.abs(right)
            ? ", flat below it"
            : Math.abs(right) < FLAT * Math.abs(left) ? ", flat above it" : "";
    return "It gives a single hinge with its kink near " + rounded(kink) + flat + ".";
  }
}
