package reluctant.plot;

/** Errors that several builders share. */
final class Checks {
  private Checks() {}

  static double share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1. Received: " + value);
    }
    return value;
  }

  static void range(String name, double low, double high) {
    if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
      throw new IllegalArgumentException(
          name + " must go from a lower to a higher number. Received: " + low + " to " + high);
    }
  }
}
