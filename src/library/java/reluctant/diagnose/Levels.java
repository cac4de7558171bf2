package reluctant.diagnose;

import static reluctant.Text.rounded;

import java.util.Arrays;
import java.util.Optional;
import reluctant.diagnose.Diagnosis.Finding;

/** Answers that a simpler thing than a network would give: a number, the best linear map. */
final class Levels {

  /** Predictions that vary by a smaller share of the targets' variance are a constant. */
  private static final double LARGEST_SPREAD = 0.01;

  /** The best line is one if it explains more than this of the targets' variance. */
  private static final double LEAST_SLOPE = 0.02;

  private Levels() {}

  /** The mean, the median or another number, whatever the sample. */
  static Optional<Finding> constant(Answers answers) {
    double[] means = answers.means(answers.predictions());
    double spread = Answers.distance(answers.predictions(), means);
    if (spread > LARGEST_SPREAD * answers.variance()) {
      return Optional.empty();
    }
    String whatever = told(means, answers.outputs()) + " whatever the sample";
    if (answers.areNear(answers.means(answers.targets()))) {
      return found(Symptom.MEAN, "It gives the mean of the targets, " + whatever + ".");
    }
    if (answers.areNear(answers.medians())) {
      return found(Symptom.MEDIAN, "It gives the median of the targets, " + whatever + ".");
    }
    return found(
        Symptom.CONSTANT,
        "It gives " + whatever + ", neither the mean nor the median of the targets.");
  }

  /** The best linear map, where the network could bend. */
  static Optional<Finding> line(Answers answers) {
    double[] line = leastSquares(answers);
    double error = Answers.distance(line, answers.targets());
    if (error > (1 - LEAST_SLOPE) * answers.variance() || !answers.areNear(line)) {
      return Optional.empty();
    }
    return found(
        Symptom.BEST_LINE,
        "It gives what the best linear map gives, at a mean squared error of "
            + rounded(error)
            + ".");
  }

  /** What least squares give. */
  static double[] leastSquares(Answers answers) {
    return Projection.of(Projection.withOnes(answers.inputs()), answers.targets()).values();
  }

  /** The first row, as far as there is room. */
  private static String told(double[] rows, int outputs) {
    String first =
        Arrays.stream(rows, 0, Math.min(3, outputs))
            .mapToObj(value -> rounded(value))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    return outputs == 1 ? first : "(" + first + (outputs > 3 ? ", .." : "") + ")";
  }

  private static Optional<Finding> found(Symptom symptom, String sentence) {
    return Optional.of(new Finding(symptom, sentence));
  }
}
