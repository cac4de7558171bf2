package reluctant.diagnose;

import static reluctant.Text.format;
import static reluctant.Text.rounded;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import reluctant.diagnose.Diagnosis.Finding;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Sequential;

/**
 * The best that an architecture can do under the mean squared error, where that is known: linear
 * layers, a last activation with bounds, inputs that come twice with different targets.
 */
final class Floor {

  private Floor() {}

  static Optional<Finding> of(Answers answers) {
    Sequential model = answers.run().trial().model();
    if (model.isLinear() && answers.areNear(leastSquares(answers, model))) {
      return found(answers, "all its layers are linear, and it gives what least squares do");
    }
    OutputRange range = OutputRange.of(model);
    long outside = range.outside(answers.targets());
    if (outside > 0 && answers.areNear(range.nearest(answers.targets()))) {
      return found(answers, range.told(outside, answers.targets().length));
    }
    double[] best = bestOfEqualInputs(answers);
    double error = Answers.distance(best, answers.targets());
    if (error > 0 && answers.areNear(best)) {
      return found(answers, "equal inputs come with different targets");
    }
    return Optional.empty();
  }

  private static Optional<Finding> found(Answers answers, String why) {
    return Optional.of(
        new Finding(
            Symptom.FLOOR,
            format(
                "It is as good as its architecture can be, at a mean squared error of %s: %s.",
                rounded(answers.error()), why)));
  }

  private static double[] leastSquares(Answers answers, Sequential model) {
    boolean hasBias = model.layers().stream().anyMatch(Floor::hasBias);
    DMatrixRMaj x = hasBias ? Projection.withOnes(answers.inputs()) : answers.inputs();
    return Projection.of(x, answers.targets()).values();
  }

  private static boolean hasBias(Layer layer) {
    return layer instanceof Dense dense && dense.useBias();
  }

  /** For each row the mean of the targets of all rows with its inputs. */
  private static double[] bestOfEqualInputs(Answers answers) {
    Map<List<Double>, double[]> sums = new HashMap<>();
    Map<List<Double>, Integer> counts = new HashMap<>();
    int outputs = answers.outputs();
    for (int row = 0; row < answers.samples(); row++) {
      List<Double> input = input(answers, row);
      double[] sum = sums.computeIfAbsent(input, any -> new double[outputs]);
      for (int output = 0; output < outputs; output++) {
        sum[output] += answers.targets()[row * outputs + output];
      }
      counts.merge(input, 1, Integer::sum);
    }
    var best = new double[answers.targets().length];
    for (int i = 0; i < best.length; i++) {
      List<Double> input = input(answers, i / outputs);
      int count = counts.getOrDefault(input, 1);
      best[i] =
          count == 1 ? answers.targets()[i] : sums.getOrDefault(input, best)[i % outputs] / count;
    }
    return best;
  }

  private static List<Double> input(Answers answers, int row) {
    int features = answers.inputs().numCols;
    return Arrays.stream(answers.inputs().data, row * features, (row + 1) * features)
        .boxed()
        .toList();
  }
}
