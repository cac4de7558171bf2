package reluctant.claim;

import java.util.Arrays;
import java.util.Locale;
import reluctant.Require;

/**
 * What can be asked of any verdict: would it be another one if this were another? Each claim says
 * of each whether the sentence fixes it, how it was attacked, or why it is not open.
 */
public enum ClaimAxis {
  /** How long is trained. */
  BUDGET,
  /** How far the inputs and targets reach. */
  SCALE_OF_THE_DATA,
  /** How many units there are, or layers. */
  WIDTH,
  /** The size of a step. */
  LEARNING_RATE,
  /** How parameters follow the gradient. */
  OPTIMIZER,
  /** Where the parameters begin. */
  START,
  /** float64 here, float32 in what the threads ran. */
  PRECISION,
  /** Where a success begins. */
  CUT,
  /** Which seeds were counted. */
  BASE_SEED,
  /** How many samples a step sees. */
  BATCH;

  /** Returns the name that cards and files use, such as "scale of the data". */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Returns the axis of a name.
   *
   * @param text what {@link #text} gave
   */
  static ClaimAxis of(String text) {
    return Arrays.stream(values())
        .filter(axis -> axis.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Require.refusal(
                    "axis must be one of "
                        + Arrays.stream(values()).map(ClaimAxis::text).toList()
                        + ". Received: "
                        + text));
  }
}
