package reluctant.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reluctant.elementary.Elementary;

class FormulaTest {

  /** A formula, its value at x1 = 3, x2 = -2, x3 = 0.5, and how it is printed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 2 x1                 | 7     | 1 + 2 x1
          -x1^2                    | -9    | -x1^2
          (-x1)^2                  | 9     | (-x1)^2
          2^x1^2                   | 512   | 2^x1^2
          (2^x1)^2                 | 64    | (2^x1)^2
          2^-x2                    | 4     | 2^-x2
          x1 - x2 - x3             | 4.5   | x1 - x2 - x3
          x1-(x2-x3)               | 5.5   | x1 - (x2 - x3)
          1/2 x1                   | 1.5   | 1 / 2 * x1
          1/(2x1)                  | .16666666666666666 | 1 / (2 x1)
          x1/x2/x3                 | -3    | x1 / x2 / x3
          x1 x2 x3                 | -3    | x1 x2 x3
          x1 (x2 x3)               | -3    | x1 (x2 x3)
          x1*2                     | 6     | x1 * 2
          x1 * -x2                 | 6     | x1 * -x2
          x1 -x2                   | 5     | x1 - x2
          x1 --x2                  | 1     | x1 - -x2
          2(x1 + 1)(x2)            | -16   | 2 (x1 + 1) x2
          ((x1))                   | 3     | x1
          x1 > x2                  | 1     | x1 > x2
          (x1 < x2) (-7)+(x1 >= x2)*5 | 5 | (x1 < x2) * -7 + (x1 >= x2) * 5
          1 + (x1 == 3)            | 2     | 1 + (x1 == 3)
          1 + x1 == 4              | 1     | 1 + x1 == 4
          x1 != x1                 | 0     | x1 != x1
          x3 <= .5                 | 1     | x3 <= 0.5
          2e0x1                    | 6     | 2 x1
          max(x1, x2, x3, 7)       | 7     | max(x1, x2, x3, 7)
          min( x1 ,x2 )            | -2    | min(x1, x2)
          mod(x2, 5)               | 3     | mod(x2, 5)
          abs(x2) x1               | 6     | abs(x2) x1
          floor(-x3) + ceil(x3)    | 0     | floor(-x3) + ceil(x3)
          sign(x2) relu(x2)        | -0    | sign(x2) relu(x2)
          e - 2.718281828459045    | 0     | e - 2.718281828459045
          pi / pi                  | 1     | pi / pi
          1e10 x1^0                | 1e10  | 1.0E10 x1^0
          0^0                      | 1     | 0^0
          """)
  void isReadAndPrinted(String text, double value, String printed) {
    Formula formula = Formula.of(text);
    assertThat(formula.value(0, 3, -2, 0.5)).isEqualTo(value);
    assertThat(formula).hasToString(printed).isEqualTo(Formula.of(printed));
  }

  @Test
  void severalOutputsStandBesideEachOther() {
    Formula both = Formula.of("x1 x2 ;x1+x2");
    assertThat(both).hasToString("x1 x2; x1 + x2");
    assertThat(both.outputs()).isEqualTo(2);
    assertThat(both.inputs()).isEqualTo(2);
    assertThat(both.value(1, 3, 4)).isEqualTo(7);
    assertThat(both).isNotEqualTo(Formula.of("x1 x2")).isNotEqualTo(Formula.of("x1 + x2; x1 x2"));
  }

  @Test
  void otherNamesComeBeforeTheInputs() {
    Formula formula = Formula.of("n x2", "n", "ones");
    assertThat(formula.value(0, 5, 0, 1, 3)).isEqualTo(15);
    assertThat(formula).hasToString("n x2");
  }

  @Test
  void anInputIsXOrHasANumber() {
    assertThat(Formula.of("2").inputs()).isZero();
    assertThat(Formula.of("x").inputs()).isEqualTo(1);
    assertThat(Formula.of("x").hasOneInput()).isTrue();
    assertThat(Formula.of("x1").hasOneInput()).isFalse();
    assertThat(Formula.of("x999").inputs()).isEqualTo(999);
  }

  @ParameterizedTest
  @EnumSource(Function.class)
  void eachFunctionIsReadByItsExample(Function function) {
    String example = function.example().replace(", ..", "");
    assertThat(Formula.of(example)).hasToString(example);
  }

  @Test
  void functionsAreTheLibrarysOwn() {
    double x = 0.7;
    assertThat(Formula.of("sin(x); exp(x); tanh(x); x^1.5; atan(x); sqrt(x)").outputs())
        .isEqualTo(6);
    assertThat(Formula.of("sin(x)").value(0, x)).isEqualTo(Elementary.sin(x));
    assertThat(Formula.of("x^1.5").value(0, x)).isEqualTo(Elementary.pow(x, 1.5));
    assertThat(Formula.of("x^2").value(0, x)).isEqualTo(x * x);
    assertThat(Formula.of("atan(x)").value(0, x)).isEqualTo(Elementary.atan2(x, 1));
    assertThat(Formula.of("softplus(x)").value(0, x)).isEqualTo(Elementary.softplus(x));
  }

  @Test
  void blanksMayBeOfAnyKind() {
    assertThat(Formula.of("\t2\u00A0x \r\n+\u2003 1 ")).isEqualTo(Formula.of("2 x + 1"));
  }

  @Test
  void bracketsAndLengthAreBounded() {
    String deep = "(".repeat(99) + "x" + ")".repeat(99);
    assertThat(Formula.of(deep)).hasToString("x");
    assertThat(Formula.of("x" + " + x".repeat(499)).value(0, 1)).isEqualTo(500);
  }
}
