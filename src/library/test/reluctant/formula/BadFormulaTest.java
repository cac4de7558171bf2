package reluctant.formula;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write in other languages, or by mistake: each gets its cure and its place. */
class BadFormulaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          ``             ~ write a number, an input, a function or a bracket there ~ 1
          `  `           ~ write a number ~ 3
          x +            ~ write a number ~ 4
          + x            ~ write a number ~ 1
          x * / 2        ~ write a number ~ 5
          x + * 2        ~ write a number ~ 5
          *x             ~ write a number ~ 1
          x^             ~ write a number ~ 3
          x^^2           ~ write a number ~ 3
          x**2           ~ write x^2 for a power ~ 2
          2 3            ~ write an operator before this number ~ 3
          x 2            ~ write an operator before this number ~ 3
          (x)2           ~ write an operator before this number ~ 4
          1.2.3          ~ write an operator before this number ~ 4
          1,5 x          ~ write . in a decimal number, and ; between outputs ~ 2
          x1, x2         ~ write . in a decimal number, and ; between outputs ~ 3
          1e999          ~ from 4.9e-324 to 1.79e308 ~ 1
          1e-999 x       ~ from 4.9e-324 to 1.79e308 ~ 1
          .              ~ write a number ~ 1
          ()             ~ write a number ~ 2
          (x             ~ close the bracket with ) ~ 3
          (x + 1         ~ close the bracket with ) ~ 7
          x)             ~ leave this bracket out, or open it before ~ 2
          sin(x))        ~ leave this bracket out, or open it before ~ 7
          [x]            ~ write round brackets ~ 1
          (x]            ~ write round brackets ~ 3
          {x}            ~ write round brackets ~ 1
          sin x          ~ write what sin takes in round brackets, as in sin(x) ~ 5
          sin            ~ write what sin takes in round brackets, as in sin(x) ~ 4
          sin^2(x)       ~ write what sin takes in round brackets, as in sin(x) ~ 4
          sin()          ~ write a number ~ 5
          sin(x          ~ write , or ) there, as in sin(x) ~ 6
          sin(x, 2)      ~ write sin(x), not 2 numbers ~ 1
          atan2(x)       ~ write atan2(x1, x2), not 1 numbers ~ 1
          max(x)         ~ write max(x1, x2, ..), not 1 numbers ~ 1
          mod(x, 2, 3)   ~ write mod(x1, x2), not 3 numbers ~ 1
          max(x; 2)      ~ write , or ) there, as in max(x1, x2, ..) ~ 6
          SIN(x)         ~ write sin, names are in lower case ~ 1
          Pi x           ~ write pi, names are in lower case ~ 1
          X + 1          ~ write x, names are in lower case ~ 1
          x_1 + x_2      ~ write x1, names are in lower case without _ ~ 1
          Math.sin(x)    ~ write sin(x), without Math. ~ 1
          ln(x)          ~ write log(x), there is no ln ~ 1
          log10(x)       ~ write log(x) / log(10), there is no log10 ~ 1
          pow(x, 3)      ~ write x^y, there is no pow ~ 1
          cosh(x)        ~ write (exp(x) + exp(-x)) / 2, there is no cosh ~ 1
          arctan(x)      ~ write atan(x), there is no arctan ~ 1
          round(x)       ~ write floor(x + 0.5), there is no round ~ 1
          if(x, 1, 2)    ~ write (x < 0) (-x) + (x >= 0) x, there is no if ~ 1
          x1 and x2      ~ write (x1 > 0) * (x2 > 0), there is no and ~ 4
          x1 xor x2      ~ write x1 != x2, there is no xor ~ 4
          xy             ~ and a blank or * between factors ~ 1
          x1x2           ~ and a blank or * between factors ~ 1
          x0             ~ write x, or x1, x2, .. ~ 1
          x01            ~ write x, or x1, x2, .. ~ 1
          x1000          ~ write x, or x1, x2, .. ~ 1
          y              ~ write x, or x1, x2, .. ~ 1
          sinx           ~ a function such as sin(x) ~ 1
          foo(x)         ~ a function such as sin(x) ~ 1
          n              ~ n and ones are those of bits(..) and coins(..) ~ 1
          x + x2         ~ write x where it is the only input, else x1, x2, .. ~ 5
          x1 = x2        ~ write == to compare ~ 4
          y = x          ~ write x, or x1, x2, .. ~ 1
          x =< 2         ~ write == to compare ~ 3
          x <> 2         ~ write a number ~ 4
          !x             ~ write != to compare, or 1 - (x > 0) for not ~ 1
          0 < x < 1      ~ write a product of two comparisons, as (0 < x) * (x < 1) ~ 7
          1 == x == x    ~ write a product of two comparisons ~ 8
          x1 && x2       ~ write (x1 > 0) * (x2 > 0) for and ~ 4
          |x|            ~ write abs(x) for |x| ~ 1
          x % 2          ~ write mod(x1, x2) ~ 3
          x > 0 ? 1 : 2  ~ write (x < 0) (-x) + (x >= 0) x for a choice ~ 7
          x;             ~ write a number ~ 3
          ;x             ~ write a number ~ 1
          x @ 2          ~ write an operator there ~ 3
          'x'            ~ write a number ~ 1
          "x"            ~ write a number ~ 1
          x\u00B2             ~ write ^2 for a square ~ 2
          3\u00B7x            ~ write * for times ~ 2
          \u2212x             ~ write - for minus ~ 1
          \u221Ax             ~ write sqrt(x) for a root ~ 1
          \u03C0 x            ~ write pi ~ 1
          x \u2264 1          ~ write <= for at most ~ 3
          """)
  void isToldItsCureAndItsPlace(String text, String cure, int place) {
    assertThatThrownBy(() -> Formula.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(cure)
        .hasMessageContaining("Not understood is character " + place + " of ")
        .message()
        .matches(RandomFormulaTest.SENTENCE);
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    assertThatThrownBy(() -> Formula.of("(".repeat(100_000) + "x" + ")".repeat(100_000)))
        .hasMessage("formula must have at most 2000 characters. Received: 200001");
    for (String deep : new String[] {"(", "-", "x^", "sin(", "1-(-", "max(x,"}) {
      assertThatThrownBy(() -> Formula.of(deep.repeat(300) + "x"))
          .hasMessageStartingWith("use at most 100 brackets in each other. Not understood is");
    }
  }
}
