package reluctant.chart;

import reluctant.Require;

/** Errors that several builders share. */
final class Checks {
  private Checks() {}

  static double share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw Require.refusal(name + " must be from 0 to 1. Received: " + value);
    }
    return value;
  }

  static void range(String name, double low, double high) {
    if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
      throw Require.refusal(
          name + " must go from a lower to a higher number. Received: " + low + " to " + high);
    }
  }
}
