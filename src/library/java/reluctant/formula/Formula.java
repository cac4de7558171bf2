package reluctant.formula;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import reluctant.Require;

/**
 * A formula of one output or several, as {@code sin(3 x)} or {@code x1 x2; x1 + x2}: read, never
 * run as code, as the package's page says. Immutable; equal are those that compute the same in the
 * same order.
 */
public final class Formula {

  private static final int LONGEST = 2000;

  private final List<Term> outputs;
  private final List<String> others;
  private final int inputs;
  private final boolean hasOne;

  private Formula(String text, List<String> others) {
    var names = new Names(others);
    outputs = List.copyOf(new FormulaParser(text, names).outputs());
    this.others = List.copyOf(others);
    inputs = names.inputs();
    hasOne = names.hasOne();
  }

  /**
   * Reads a formula.
   *
   * @param text what is written, at most 2000 characters
   * @param others names that have a value beside the inputs, whose values come before them
   * @return the formula
   * @throws IllegalArgumentException if it is none, saying the cure and where it stops being
   *     understood
   */
  public static Formula of(String text, String... others) {
    Require.present("formula", text);
    List<String> names = Require.each("others", Arrays.asList(Require.present("others", others)));
    if (text.length() > LONGEST) {
      throw Require.refusal(
          format("formula must have at most %d characters. Received: %d", LONGEST, text.length()));
    }
    return new Formula(text, names);
  }

  /** Returns the largest number of an input that it names: 1 for x, 0 if it names none. */
  public int inputs() {
    return inputs;
  }

  /** Says whether its input is called x, so that there can be no other. */
  public boolean hasOneInput() {
    return hasOne;
  }

  /** Returns how many outputs it has, at least 1. */
  public int outputs() {
    return outputs.size();
  }

  /**
   * Computes an output.
   *
   * @param output which one, from 0
   * @param values those of the other names in order, then those of the inputs
   * @return the output, NaN or infinite where the formula has no value
   */
  public double value(int output, double... values) {
    int given = Require.present("values", values).length;
    Require.index("output", output, outputs.size());
    Require.atLeast("the number of values", given, others.size() + inputs);
    return outputs.get(output).at(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Formula formula
        && outputs.equals(formula.outputs)
        && others.equals(formula.others);
  }

  @Override
  public int hashCode() {
    return outputs.hashCode();
  }

  /** Returns this as it is written, with the blanks and brackets that are usual. */
  @Override
  public String toString() {
    return outputs.stream().map(Term::toString).collect(Collectors.joining("; "));
  }
}
