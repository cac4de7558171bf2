package reluctant.diagnose;

import static reluctant.Text.format;
import static reluctant.Text.rounded;

import java.util.Arrays;
import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Sequential;

/**
 * What an activation can give: all numbers from the least to the largest.
 *
 * @param least the least number, or minus infinity
 * @param largest the largest number, or infinity
 */
public record OutputRange(double least, double largest) {

  private static final OutputRange ALL =
      new OutputRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** What is still growing this far from 0 has no bound. */
  private static final double FAR = 1e6;

  private static final double UNBOUNDED = 1e5;

  /** Targets may lie beyond by so much of the range, as .0 and 1 do of a sigmoid's. */
  private static final double SLACK = 1e-3;

  public OutputRange {
    if (!(least <= largest)) {
      throw Require.refusal(
          "a range must go from a lower to a higher number. Received: "
              + least
              + " and "
              + largest);
    }
  }

  /**
   * Returns what the last layer of a model gives.
   *
   * @param model any
   */
  public static OutputRange of(Sequential model) {
    Require.present("model", model);
    Layer last = model.layers().get(model.layers().size() - 1);
    return last instanceof Dense dense ? of(dense.activation()) : ALL;
  }

  /**
   * Returns what an activation gives, from its values at some hundred places.
   *
   * @param activation f
   */
  public static OutputRange of(Activation activation) {
    Require.present("activation", activation);
    if (activation.equals(Activation.SOFTMAX)) {
      return new OutputRange(0, 1);
    }
    double least = bounded(Math.min(activation.value(-FAR), activation.value(FAR)));
    double largest = bounded(Math.max(activation.value(-FAR), activation.value(FAR)));
    for (double z = -20; z <= 20; z += 0.25) {
      least = Math.min(least, activation.value(z));
      largest = Math.max(largest, activation.value(z));
    }
    return new OutputRange(least, largest);
  }

  private static double bounded(double value) {
    return Math.abs(value) < UNBOUNDED ? value : Math.copySign(Double.POSITIVE_INFINITY, value);
  }

  /** Says whether it has two ends. */
  public boolean isBounded() {
    return Double.isFinite(least) && Double.isFinite(largest);
  }

  /**
   * Counts the numbers that lie outside, by more than a thousandth of the range.
   *
   * @param numbers any
   */
  public long outside(double... numbers) {
    Require.present("numbers", numbers);
    double slack = isBounded() ? SLACK * (largest - least) : SLACK;
    return Arrays.stream(numbers).filter(y -> y < least - slack || y > largest + slack).count();
  }

  /** The numbers moved inside. */
  double[] nearest(double[] numbers) {
    return Arrays.stream(numbers).map(y -> Math.min(Math.max(y, least), largest)).toArray();
  }

  /** Such as "the last activation gives 0 to 1, and 3 of 40 targets lie outside". */
  String told(long outside, int targets) {
    String gives =
        isBounded()
            ? rounded(least) + " to " + rounded(largest)
            : Double.isFinite(least) ? "at least " + rounded(least) : "at most " + rounded(largest);
    return format(
        "the last activation gives %s, and %d of %d targets lie outside", gives, outside, targets);
  }
}
