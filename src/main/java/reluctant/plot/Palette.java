package reluctant.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reluctant.Require;
import reluctant.sweep.Axis;

/** The house style's colours, given to groups in order, and the groups' names. */
final class Palette {

  /**
   * After Okabe and Ito's colours, which all eyes tell apart, as in {@code house-style.json}: three
   * are darker, so that each has a contrast of 3 on white as well as on black.
   */
  private static final List<String> COLORS =
      List.of("#0072B2", "#D55E00", "#009E73", "#B0568F", "#A67C00", "#3B9BD1");

  static final String DATA = "#8C8C8C";

  private static final int LINE = 12;

  private final List<Object> groups;

  /** Constants of an enum keep their colour even where some do not occur. */
  Palette(List<?> occurring) {
    Object first = Require.each("what group gives", occurring).get(0);
    groups =
        first instanceof Enum<?> constant
            ? List.of((Object[]) constant.getDeclaringClass().getEnumConstants())
            : new ArrayList<>(occurring.stream().distinct().sorted().toList());
  }

  List<Object> groups() {
    return groups;
  }

  String color(Object group) {
    return color(groups.indexOf(group));
  }

  static String color(int index) {
    return COLORS.get(Math.floorMod(index, COLORS.size()));
  }

  /** Names a value of an axis; a number gets its axis' name. */
  static String label(Axis<?> axis, int index) {
    Object value = axis.values().get(index);
    return value instanceof Number ? value + " " + axis.name() : label(value);
  }

  /** The same label in short lines, which stand upright under bars even on a telephone. */
  static String inLines(String label) {
    return DrawnText.broken(label.replace(", ", ",\n"), LINE);
  }

  /** A constant reads as words, NO_GRADIENT is "no gradient"; Java's new Elu(1.0) is Elu(1.0). */
  static String label(Object group) {
    return group instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : String.valueOf(group).replaceFirst("^new ", "");
  }
}
