package reluctant.formula;

import java.util.List;
import java.util.stream.Collectors;
import reluctant.Text;

/** A part of a formula, an immutable tree that prints itself as it is written. */
sealed interface Term {

  /** Computes it where each name has its value. */
  double at(double[] values);

  /** Returns how strongly it holds together: a weaker one needs brackets where it stands. */
  default Strength strength() {
    return Strength.SIMPLE;
  }

  /** A number as written, not negative. */
  record Numeral(double value) implements Term {
    @Override
    public double at(double[] values) {
      return value;
    }

    @Override
    public String toString() {
      return Text.number(value);
    }
  }

  /** A constant with a name. */
  enum Constant implements Term {
    PI("pi", Math.PI),
    E("e", Math.E);

    final String word;
    private final double value;

    Constant(String word, double value) {
      this.word = word;
      this.value = value;
    }

    @Override
    public double at(double[] values) {
      return value;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** What has a value of its own in each row. */
  record Variable(String name, int place) implements Term {
    @Override
    public double at(double[] values) {
      return values[place];
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A term with the other sign. */
  record Opposite(Term term) implements Term {
    @Override
    public double at(double[] values) {
      return -term.at(values);
    }

    @Override
    public Strength strength() {
      return Strength.SIGN;
    }

    @Override
    public String toString() {
      return "-" + within(term, Strength.SIGN);
    }
  }

  /** Two terms with an operator between them. */
  record Operation(Operator operator, Term left, Term right) implements Term {
    @Override
    public double at(double[] values) {
      return operator.at(left.at(values), right.at(values));
    }

    @Override
    public Strength strength() {
      return operator.strength;
    }

    @Override
    public String toString() {
      return switch (strength()) {
        case COMPARISON -> within(left, Strength.SUM) + between() + within(right, Strength.SUM);
        case SUM -> within(left, Strength.SUM) + between() + within(right, Strength.PRODUCT);
        case POWER -> within(left, Strength.SIMPLE) + "^" + within(right, Strength.SIGN);
        default -> product(within(left, Strength.PRODUCT), within(right, Strength.SIGN));
      };
    }

    private String between() {
      return " " + operator + " ";
    }

    /** A product without a sign, as in 3 x, where nobody could read it otherwise. */
    private String product(String first, String second) {
      char next = second.charAt(0);
      boolean isPlain =
          operator == Operator.TIMES
              && !isQuotient(left)
              && (Character.isLetter(next) || next == '(');
      return first + (isPlain ? " " : between()) + second;
    }

    private static boolean isQuotient(Term term) {
      return term instanceof Operation one
          && one.strength() == Strength.PRODUCT
          && (one.operator == Operator.OVER || isQuotient(one.left));
    }
  }

  /** A function of terms. */
  record Application(Function function, List<Term> arguments) implements Term {
    public Application {
      arguments = List.copyOf(arguments);
    }

    @Override
    public double at(double[] values) {
      return function.at(arguments, values);
    }

    @Override
    public String toString() {
      return arguments.stream()
          .map(Term::toString)
          .collect(Collectors.joining(", ", function + "(", ")"));
    }
  }

  /** Writes a term where a weaker one would be read otherwise. */
  private static String within(Term term, Strength least) {
    return term.strength().isBelow(least) ? "(" + term + ")" : term.toString();
  }
}
