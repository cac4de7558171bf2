package reluctant.page;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.train.Training;

/** What there is to draw of a training: its samples, and what the network says between them. */
final class View {

  /** As many samples as a figure tells apart. */
  private static final int MOST_SAMPLES = 1000;

  /** Points of a grid, in each direction. */
  private static final int MOST_POINTS = 1000;

  private View() {}

  /**
   * Some of the samples, evenly picked, each as its inputs and its first target, or nothing where
   * more than two inputs leave no figure to draw.
   */
  static Answer samples(Dataset data) {
    int features = data.features();
    if (features > 2) {
      return Answer.NOTHING;
    }
    int shown = Math.min(MOST_SAMPLES, data.samples());
    var numbers = new double[shown * (features + 1)];
    for (int i = 0; i < shown; i++) {
      int row = (int) ((long) i * data.samples() / shown);
      for (int j = 0; j < features; j++) {
        numbers[i * (features + 1) + j] = data.inputs().get(row, j);
      }
      numbers[i * (features + 1) + features] = data.targets().get(row, 0);
    }
    return Answer.of("", numbers);
  }

  /**
   * The first output on a grid over the range of the samples: least and largest of each input, then
   * the outputs, with the second input running fastest.
   *
   * @param training what is looked at
   * @param points how many in each direction
   */
  static Answer of(Training training, int points) {
    Dataset data = training.data();
    int features = data.features();
    if (features > 2) {
      return Answer.NOTHING;
    }
    Require.atLeast("points", points, 2);
    Require.index("points", points, MOST_POINTS + 1);
    double[] ranges =
        IntStream.range(0, features)
            .boxed()
            .flatMapToDouble(j -> range(data.inputs(), j))
            .toArray();
    SimpleMatrix y = training.network().predict(grid(ranges, points));
    var numbers = new double[ranges.length + y.getNumRows()];
    System.arraycopy(ranges, 0, numbers, 0, ranges.length);
    for (int i = 0; i < y.getNumRows(); i++) {
      numbers[ranges.length + i] = y.get(i, 0);
    }
    return Answer.of("", numbers);
  }

  private static DoubleStream range(SimpleMatrix inputs, int feature) {
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < inputs.getNumRows(); i++) {
      least = Math.min(least, inputs.get(i, feature));
      largest = Math.max(largest, inputs.get(i, feature));
    }
    return DoubleStream.of(least, largest);
  }

  /** All points, a row each. */
  private static SimpleMatrix grid(double[] ranges, int points) {
    int features = ranges.length / 2;
    int count = features == 1 ? points : points * points;
    var grid = new SimpleMatrix(count, features);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < features; j++) {
        int step = j == features - 1 ? i % points : i / points;
        double least = ranges[2 * j];
        grid.set(i, j, least + step * (ranges[2 * j + 1] - least) / (points - 1));
      }
    }
    return grid;
  }
}
