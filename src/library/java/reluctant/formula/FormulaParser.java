package reluctant.formula;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the grammar that this package's page has. */
final class FormulaParser {

  private static final int DEEPEST = 100;
  private static final String VALUE = "write a number, an input, a function or a bracket there";
  private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern NOTHING = Pattern.compile("[0.]+([eE].*)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

  /** Longer marks before those that they start with. */
  private static final List<Operator> COMPARISONS =
      List.of(
          Operator.AT_MOST,
          Operator.AT_LEAST,
          Operator.EQUAL,
          Operator.UNEQUAL,
          Operator.LESS,
          Operator.MORE);

  private static final List<Operator> SUMS = List.of(Operator.PLUS, Operator.MINUS);
  private static final List<Operator> PRODUCTS = List.of(Operator.TIMES, Operator.OVER);

  private final Characters text;

  private final Names names;
  private int depth;

  FormulaParser(String text, Names names) {
    this.text = new Characters(text);
    this.names = names;
  }

  List<Term> outputs() {
    var outputs = new ArrayList<Term>();
    do {
      outputs.add(value());
    } while (text.takes(";"));
    if (!text.isAtEnd()) {
      throw text.refusal(text.place(), unexpected());
    }
    return outputs;
  }

  private String unexpected() {
    return switch (text.next()) {
      case ')' -> "leave this bracket out, or open it before";
      case ',' -> "write . in a decimal number, and ; between outputs";
      default ->
          Cures.ofCharacter(text.next(), "write an operator there, as + - * / ^ or a comparison");
    };
  }

  private Term value() {
    deeper();
    Term left = sum();
    Operator operator = taken(COMPARISONS);
    Term value = operator == null ? left : new Term.Operation(operator, left, sum());
    int place = text.place();
    if (operator != null && taken(COMPARISONS) != null) {
      throw text.refusal(
          place, "write a product of two comparisons, as (0 < x) * (x < 1), in place of 0 < x < 1");
    }
    depth--;
    return value;
  }

  private Term sum() {
    Term sum = product();
    for (Operator one = taken(SUMS); one != null; one = taken(SUMS)) {
      sum = new Term.Operation(one, sum, product());
    }
    return sum;
  }

  private Term product() {
    Term product = sign();
    while (true) {
      int place = text.place();
      char next = text.next();
      Operator operator = taken(PRODUCTS);
      if (operator == Operator.TIMES && text.next() == '*') {
        throw text.refusal(place, "write x^2 for a power");
      }
      if (operator != null) {
        product = new Term.Operation(operator, product, sign());
      } else if (next == '(' || isLetter(next)) {
        product = new Term.Operation(Operator.TIMES, product, power());
      } else if (next == '.' || isDigit(next)) {
        throw text.refusal(place, "write an operator before this number, as in x * 2 or x^2");
      } else {
        return product;
      }
    }
  }

  private Term sign() {
    if (!text.takes("-")) {
      return power();
    }
    deeper();
    Term opposite = new Term.Opposite(sign());
    depth--;
    return opposite;
  }

  private Term power() {
    Term base = simple();
    if (!text.takes("^")) {
      return base;
    }
    deeper();
    Term power = new Term.Operation(Operator.POWER, base, sign());
    depth--;
    return power;
  }

  private Term simple() {
    int place = text.place();
    String number = text.take(NUMBER);
    if (number != null) {
      return numeral(place, number);
    }
    String name = text.take(NAME);
    if (name != null) {
      return named(place, name);
    }
    if (!text.takes("(")) {
      throw text.refusal(place, Cures.ofCharacter(text.next(), VALUE));
    }
    Term value = value();
    close("close the bracket with ) there");
    return value;
  }

  private Term numeral(int place, String number) {
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value) || (value == 0 && !NOTHING.matcher(number).matches())) {
      throw text.refusal(place, "write a number that a double holds, from 4.9e-324 to 1.79e308");
    }
    return new Term.Numeral(value);
  }

  private Term named(int place, String name) {
    Function function = Function.named(name);
    if (function != null) {
      return application(place, function);
    }
    Term value = names.value(name);
    if (value == null) {
      throw text.refusal(place, names.cure(name));
    }
    return value;
  }

  private Term application(int place, Function function) {
    if (!text.takes("(")) {
      throw text.refusal(
          text.place(),
          format("write what %s takes in round brackets, as in %s", function, function.example()));
    }
    var arguments = new ArrayList<Term>();
    do {
      arguments.add(value());
    } while (text.takes(","));
    close(format("write , or ) there, as in %s", function.example()));
    if (!function.takes(arguments.size())) {
      throw text.refusal(
          place, format("write %s, not %d numbers", function.example(), arguments.size()));
    }
    return new Term.Application(function, arguments);
  }

  private void close(String cure) {
    if (!text.takes(")")) {
      throw text.refusal(text.place(), Cures.ofCharacter(text.next(), cure));
    }
  }

  private @Nullable Operator taken(List<Operator> some) {
    return some.stream().filter(one -> text.takes(one.mark)).findFirst().orElse(null);
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw text.refusal(text.place(), "use at most " + DEEPEST + " brackets in each other");
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
