package reluctant.diagnose;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.diagnose.Diagnosis.Finding;
import reluctant.nn.Activation;
import reluctant.nn.Backpropagation;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Network;

/**
 * The hidden units that bend, of all Dense layers but the last: how many pass no gradient, and how
 * many do the work of others. Immutable.
 *
 * @param count how many there are
 * @param dead of activations without an upper bound, such as ReLU: those whose slope is 0 on more
 *     than 99 % of the samples
 * @param saturated of activations with two bounds, such as tanh: those whose slope is below a
 *     twentieth of the largest on more than 90 % of the samples
 * @param duplicates those whose outputs correlate by at least 0.999 with those of an earlier unit
 */
public record HiddenUnits(int count, int dead, int saturated, int duplicates) {

  private static final double ALIKE = 0.999;

  public HiddenUnits {
    Require.atLeast("count", count, 0);
    Require.index("dead", dead, count + 1);
    Require.index("saturated", saturated, count + 1);
    Require.index("duplicates", duplicates, count + 1);
  }

  /**
   * Looks at a network.
   *
   * @param network the network
   * @param data samples that fit it
   * @return its hidden units
   */
  public static HiddenUnits of(Network network, Dataset data) {
    Require.present("network", network);
    Require.present("data", data);
    var work = new Backpropagation(network.model(), data.samples());
    work.forward(network.parameters(), data.inputs().getDDRM());
    List<Layer> layers = network.model().layers();
    var all = new HiddenUnits(0, 0, 0, 0);
    for (int i = 0; i < layers.size() - 1; i++) {
      if (layers.get(i) instanceof Dense dense && bends(dense.activation())) {
        all = all.plus(of(dense.activation(), work.preActivations(i)));
      }
    }
    return all;
  }

  private static boolean bends(Activation activation) {
    return !activation.equals(Activation.LINEAR) && !activation.equals(Activation.SOFTMAX);
  }

  private static HiddenUnits of(Activation activation, DMatrixRMaj z) {
    var all = new StillUnits(activation, z);
    List<double[]> outputs = new ArrayList<>();
    int still = 0;
    int duplicates = 0;
    for (int unit = 0; unit < z.numCols; unit++) {
      still += all.isStill(unit) ? 1 : 0;
      double[] output = deviations(activation, z, unit);
      if (product(output, output) > 0) {
        duplicates += outputs.stream().anyMatch(other -> areAlike(other, output)) ? 1 : 0;
        outputs.add(output);
      }
    }
    int saturated = all.saturate() ? still : 0;
    return new HiddenUnits(z.numCols, still - saturated, saturated, duplicates);
  }

  /** The outputs of a unit, less their mean. */
  private static double[] deviations(Activation activation, DMatrixRMaj z, int unit) {
    var outputs = new double[z.numRows];
    double sum = 0;
    for (int row = 0; row < z.numRows; row++) {
      outputs[row] = activation.value(z.get(row, unit));
      sum += outputs[row];
    }
    for (int row = 0; row < z.numRows; row++) {
      outputs[row] -= sum / z.numRows;
    }
    return outputs;
  }

  private static boolean areAlike(double[] one, double[] other) {
    double squares = product(one, one) * product(other, other);
    return Math.abs(product(one, other)) >= ALIKE * Math.sqrt(squares);
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private HiddenUnits plus(HiddenUnits other) {
    return new HiddenUnits(
        count + other.count,
        dead + other.dead,
        saturated + other.saturated,
        duplicates + other.duplicates);
  }

  Stream<Finding> findings() {
    return Stream.of(
            finding(
                Symptom.DEAD_UNITS,
                dead,
                "is dead: it passes no gradient on 99 % of the samples",
                "are dead: they pass no gradient on 99 % of the samples"),
            finding(
                Symptom.SATURATED_UNITS,
                saturated,
                "is saturated: it hardly passes a gradient on 90 % of the samples",
                "are saturated: they hardly pass a gradient on 90 % of the samples"),
            finding(
                Symptom.DUPLICATE_UNITS,
                duplicates,
                "does the work of another",
                "do the work of others"))
        .flatMap(Optional::stream);
  }

  private Optional<Finding> finding(Symptom symptom, int units, String does, String all) {
    if (units == 0) {
      return Optional.empty();
    }
    String sentence =
        count == 1
            ? "Its only hidden unit " + does + "."
            : format("Of its %d hidden units, %d %s.", count, units, units == 1 ? does : all);
    return Optional.of(new Finding(symptom, sentence));
  }
}
