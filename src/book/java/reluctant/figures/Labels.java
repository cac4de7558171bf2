package reluctant.figures;

import static reluctant.Text.format;
import static reluctant.Text.number;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * The classes of samples, as targets say them: one column of two numbers, such as 0 and 1, or a
 * column for each class, with 1 in that of the sample's and 0 in all others.
 */
final class Labels {
  private final int[] samples;
  private final String[] names;

  /** Between the two numbers of a single column; of several columns there is none. */
  private final double threshold;

  private Labels(int[] samples, String[] names, double threshold) {
    this.samples = samples;
    this.names = names;
    this.threshold = threshold;
  }

  static Labels of(SimpleMatrix targets) {
    return targets.getNumCols() == 1 ? ofNumbers(targets) : ofColumns(targets);
  }

  private static Labels ofNumbers(SimpleMatrix targets) {
    double[] numbers = targets.getDDRM().data;
    double[] values = Arrays.stream(numbers).distinct().sorted().limit(3).toArray();
    if (values.length != 2) {
      throw Require.refusal(
          "the targets must be two numbers, such as 0 and 1, or a column for each class. Received: "
              + (values.length == 1 ? "one number" : "more than two numbers"));
    }
    double threshold = (values[0] + values[1]) / 2;
    return new Labels(
        Arrays.stream(numbers).mapToInt(number -> number > threshold ? 1 : 0).toArray(),
        Arrays.stream(values).mapToObj(value -> "class " + number(value)).toArray(String[]::new),
        threshold);
  }

  private static Labels ofColumns(SimpleMatrix targets) {
    int[] samples = IntStream.range(0, targets.getNumRows()).map(i -> one(targets, i)).toArray();
    String[] names =
        IntStream.range(0, targets.getNumCols())
            .mapToObj(label -> "class " + label)
            .toArray(String[]::new);
    return new Labels(samples, names, Double.NaN);
  }

  private static int one(SimpleMatrix targets, int sample) {
    int label = largest(targets, sample);
    for (int other = 0; other < targets.getNumCols(); other++) {
      if (targets.get(sample, other) != (other == label ? 1 : 0)) {
        throw Require.refusal(
            format(
                "the targets must have 1 in the column of a sample's class and 0 in the others."
                    + " Received: %s in row %d, column %d",
                targets.get(sample, other), sample, other));
      }
    }
    return label;
  }

  private static int largest(SimpleMatrix rows, int row) {
    return IntStream.range(0, rows.getNumCols())
        .reduce((best, next) -> rows.get(row, next) > rows.get(row, best) ? next : best)
        .orElseThrow();
  }

  int count() {
    return names.length;
  }

  String name(int label) {
    return names[label];
  }

  /** The class of a sample. */
  int sample(int index) {
    return samples[index];
  }

  /** The class that a network's outputs are nearest to. */
  int answer(SimpleMatrix outputs, int row) {
    if (outputs.getNumCols() == 1) {
      return outputs.get(row) > threshold ? 1 : 0;
    }
    return largest(outputs, row);
  }

  /** How far a class is ahead of all others: above 0 where it is the answer. */
  double margin(SimpleMatrix outputs, int row, int label) {
    if (outputs.getNumCols() == 1) {
      return label == 1 ? outputs.get(row) - threshold : threshold - outputs.get(row);
    }
    double others =
        IntStream.range(0, outputs.getNumCols())
            .filter(other -> other != label)
            .mapToDouble(other -> outputs.get(row, other))
            .max()
            .orElseThrow();
    return outputs.get(row, label) - others;
  }
}
