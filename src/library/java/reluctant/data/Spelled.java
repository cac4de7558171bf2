package reluctant.data;

import java.util.List;

/** What bits spell: n, the whole number with the first bit as its highest, and how many are 1. */
final class Spelled {

  static final List<String> NAMES = List.of("n", "ones");

  private Spelled() {}

  /** Fills in n and ones, at the first two places, from the bits behind them. */
  static void describe(double[] values) {
    double number = 0;
    double ones = 0;
    for (int i = NAMES.size(); i < values.length; i++) {
      number = 2 * number + values[i];
      ones += values[i];
    }
    values[0] = number;
    values[1] = ones;
  }
}
