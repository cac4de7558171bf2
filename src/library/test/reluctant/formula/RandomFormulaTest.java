package reluctant.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a formula has, it is read again as it was meant, or refused in one sentence. */
class RandomFormulaTest {

  /** Cure, then place: this is what each refusal says. */
  static final String SENTENCE =
      "[^\\p{Cntrl}]+\\. (Not understood is character \\d+ of \\d+ of the formula, |Received: ).+";

  @Test
  void whatIsPrintedIsTheSameFormula() {
    int read = 0;
    for (int number = 0; number < 5_000; number++) {
      String text = RandomFormula.text(number);
      Formula formula;
      try {
        formula = Formula.of(text);
      } catch (IllegalArgumentException refused) {
        assertThat(refused.getMessage()).as(text).matches(SENTENCE);
        continue;
      }
      read++;
      Formula again = Formula.of(formula.toString());
      assertThat(again).as(text).isEqualTo(formula).hasToString(formula.toString());
      for (int output = 0; output < formula.outputs(); output++) {
        double[] x = {number % 7 - 3, number % 5 / 4.0, -number};
        assertThat(Double.doubleToLongBits(again.value(output, x)))
            .as(text)
            .isEqualTo(Double.doubleToLongBits(formula.value(output, x)));
      }
    }
    assertThat(read).isGreaterThan(3_500);
  }

  /** Characters of all kinds, in the middle of formulas and without them. */
  @Test
  void anyTextIsReadOrRefusedInASentence() {
    var random = new Random(13);
    String odd = "()()^-*/+<>=!;,.;exX1230 \u00B2\u2212\u0007\n\uD83D\"\\{}[]_$#%&|?:'~";
    for (int number = 0; number < 5_000; number++) {
      var text = new StringBuilder(RandomFormula.text(number % 300));
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        String piece = "" + odd.charAt(random.nextInt(odd.length()));
        text.replace(at, end, piece.repeat(random.nextInt(200) == 0 ? 900 : random.nextInt(3)));
      }
      String changed = text.toString();
      Throwable refused = catchThrowable(() -> Formula.of(changed));
      if (refused != null) {
        assertThat(refused)
            .as(changed)
            .isInstanceOf(IllegalArgumentException.class)
            .message()
            .matches(SENTENCE)
            .hasSizeLessThan(400);
      }
    }
  }
}
