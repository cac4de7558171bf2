package reluctant.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reluctant.Require;
import reluctant.sweep.Axis;

/** The house style's colours, given to groups in order, and the groups' names. */
public final class Palette {

  /** So many of the house style's colours are for groups; the grey one behind them is for data. */
  static final int GROUPS = 6;

  public static final String DATA = HouseStyle.colors().get(GROUPS);

  private static final int LINE = 12;

  private final List<Object> groups;

  /** Constants of an enum keep their colour even where some do not occur. */
  public Palette(List<?> occurring) {
    Object first = Require.each("what group gives", occurring).get(0);
    groups =
        first instanceof Enum<?> constant
            ? List.of((Object[]) constant.getDeclaringClass().getEnumConstants())
            : new ArrayList<>(occurring.stream().distinct().sorted().toList());
  }

  /** Returns the groups in the order of their colours. */
  public List<Object> groups() {
    return groups;
  }

  /** Returns a group's colour. */
  public String color(Object group) {
    return color(groups.indexOf(group));
  }

  /**
   * Returns one of the six colours that groups have. They are after Okabe and Ito's, which all eyes
   * tell apart; three are darker, so that each has a contrast of 3 on white as well as on black.
   *
   * @param index which; after the last one comes the first again
   * @return the colour, such as {@code #0072B2}
   */
  public static String color(int index) {
    return HouseStyle.colors().get(Math.floorMod(index, GROUPS));
  }

  /** Names a value of an axis; a number gets its axis' name. */
  public static String label(Axis<?> axis, int index) {
    Object value = axis.values().get(index);
    return value instanceof Number ? value + " " + axis.name() : label(value);
  }

  /** The same label in short lines, which stand upright under bars even on a telephone. */
  static String inLines(String label) {
    return DrawnText.broken(label.replace(", ", ",\n"), LINE);
  }

  /** A constant reads as words, NO_GRADIENT is "no gradient"; Java's new Elu(1.0) is Elu(1.0). */
  public static String label(Object group) {
    return group instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : String.valueOf(group).replaceFirst("^new ", "");
  }
}
