package reluctant.formula;

import java.util.List;
import java.util.Random;

/** Writes formulas that nobody would think of, with more brackets and blanks than they need. */
public final class RandomFormula {

  private static final String[] SIMPLE = {
    "x1", "x2", "x3", "0", "2", "0.5", "1e-3", "3.25", "1e300", ".1", "7.", "pi", "e"
  };
  private static final String[] BETWEEN = {
    "+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!=", " "
  };

  private static final List<Function> FUNCTIONS = List.of(Function.values());

  private final Random random;

  private RandomFormula(long number) {
    random = new Random(number);
  }

  /** Returns the formula of a number, of one to three outputs. */
  public static String text(long number) {
    var formula = new RandomFormula(number);
    var text = new StringBuilder(formula.value(4));
    for (int more = formula.random.nextInt(3); more > 0; more--) {
      text.append(';').append(formula.value(3));
    }
    return text.toString();
  }

  private String value(int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return blank() + one(SIMPLE) + blank();
    }
    return switch (random.nextInt(5)) {
      case 0 -> blank() + "-" + bracket(depth - 1);
      case 1 -> application(depth - 1);
      default -> bracket(depth - 1) + one(BETWEEN) + bracket(depth - 1);
    };
  }

  /** In brackets, so that it may stand anywhere, or as it is. */
  private String bracket(int depth) {
    return random.nextInt(4) == 0 ? one(SIMPLE) : "(" + value(depth) + ")" + blank();
  }

  private String application(int depth) {
    Function function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
    var text = new StringBuilder(function + "(" + value(depth));
    for (int count = 1; !function.takes(count) || random.nextInt(8) == 0; count++) {
      if (function.takes(count) && !function.takes(count + 1)) {
        break;
      }
      text.append(',').append(value(depth));
    }
    return text.append(')').toString();
  }

  private String blank() {
    return " ".repeat(random.nextInt(4) / 3);
  }

  private String one(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
