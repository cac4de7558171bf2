package reluctant.formula;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of a formula's values: constants, inputs, and what its inputs know of themselves. */
final class Names {

  private static final Pattern INPUT = Pattern.compile("x([1-9]\\d{0,2})?");

  /** What has a value beside the inputs, at the first places. */
  private final List<String> others;

  private int inputs;
  private boolean hasOne;
  private boolean hasNumbered;

  Names(List<String> others) {
    this.others = others;
  }

  /** Returns the largest number of an input so far; x is the first. */
  int inputs() {
    return inputs;
  }

  /** Says whether an input is called x. */
  boolean hasOne() {
    return hasOne;
  }

  /** Returns what a name stands for, or null. */
  @Nullable Term value(String name) {
    if (others.contains(name)) {
      return new Term.Variable(name, others.indexOf(name));
    }
    if (INPUT.matcher(name).matches()) {
      return input(name);
    }
    return Arrays.stream(Term.Constant.values())
        .filter(constant -> constant.word.equals(name))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Term input(String name) {
    boolean isOne = name.length() == 1;
    if (isOne ? hasNumbered : hasOne) {
      return null;
    }
    hasOne |= isOne;
    hasNumbered |= !isOne;
    int number = isOne ? 1 : Integer.parseInt(name.substring(1));
    inputs = Math.max(inputs, number);
    return new Term.Variable(name, others.size() + number - 1);
  }

  /** Says what to write in place of a name that stands for nothing. */
  String cure(String name) {
    return INPUT.matcher(name).matches()
        ? "write x where it is the only input, else x1, x2, .. for each"
        : Cures.ofName(name);
  }
}
