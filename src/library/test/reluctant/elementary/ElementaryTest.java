package reluctant.elementary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How far results are off, and that functions which rise never fall. */
class ElementaryTest {

  private static final int BESIDE = 40;

  @ParameterizedTest
  @MethodSource("reluctant.elementary.Function#all")
  void staysWithinItsBound(Function function) {
    assertWithinBound(function, 300, 1);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("reluctant.elementary.Function#all")
  void staysWithinItsBoundOnManyArguments(Function function) {
    assertWithinBound(function, 20_000, 2);
  }

  private static void assertWithinBound(Function function, int count, long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      assertError(function, function.draw(random));
    }
  }

  private static void assertError(Function function, double x) {
    assertThat(function.error(x)).as("%s of %s", function, x).isLessThanOrEqualTo(function.bound());
  }

  @ParameterizedTest
  @MethodSource("reluctant.elementary.Function#all")
  void staysWithinItsBoundOnBothSidesOfASeam(Function function) {
    var random = new SplittableRandom(3);
    for (int i = 0; i < 60; i++) {
      double seam = function.seams()[random.nextInt(function.seams().length)];
      assertError(function, Math.nextDown(seam));
      assertError(function, seam);
      assertError(function, Math.nextUp(seam));
    }
  }

  @ParameterizedTest
  @MethodSource("reluctant.elementary.Function#all")
  void neverFallsAtASeam(Function function) {
    for (double seam : function.seams()) {
      double x = seam;
      for (int i = 0; i < BESIDE; i++) {
        x = Math.nextDown(x);
      }
      assertRises(function, x, 2 * BESIDE);
    }
  }

  @ParameterizedTest
  @MethodSource("reluctant.elementary.Function#all")
  void neverFalls(Function function) {
    assertRisesOften(function, 3_000, 4);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("reluctant.elementary.Function#all")
  void neverFallsOnManyArguments(Function function) {
    assertRisesOften(function, 1_000_000, 5);
  }

  private static void assertRisesOften(Function function, int count, long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      assertRises(function, function.draw(random), 10);
    }
    for (int i = 0; i < count; i++) {
      assertRises(function, function.rising().draw(random), 10);
    }
  }

  private static void assertRises(Function function, double from, int steps) {
    double x = from;
    double value = function.ours().applyAsDouble(x);
    for (int i = 0; i < steps; i++) {
      double next = Math.nextUp(x);
      double more = function.ours().applyAsDouble(next);
      if (more < value && function.rising().contains(x)) {
        assertThat(more).as("%s of %s", function, next).isGreaterThanOrEqualTo(value);
      }
      x = next;
      value = more;
    }
  }

  /** A function that falls by an ulp, and one that is off by two and a half, are found out. */
  @Test
  void aWrongFunctionIsFound() {
    Function exp = Function.ALL.get(0);
    var off =
        new Function(
            "off",
            x -> Elementary.exp(x) * (x > 0.3 ? 1 - 0x1.4p-51 : 1),
            exp.exact(),
            1,
            exp.ranges(),
            new double[] {0.3},
            exp.rising());
    assertThatThrownBy(() -> neverFallsAtASeam(off)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> staysWithinItsBound(off)).isInstanceOf(AssertionError.class);
  }
}
