package reluctant.elementary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** NaN, infinities, zeros, and the ends of the range, as in {@link Math}. */
class SpecialValuesTest {

  private static final double[] SPECIAL = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    -2,
    3,
    -3,
    2.5,
    -2.5,
    0x1p53,
    -0x1p53,
    0x1p52 + 1,
    -0x1p52 - 1,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    -Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE
  };

  private static final Map<DoubleUnaryOperator, DoubleUnaryOperator> OF_ONE =
      Map.of(
          Elementary::exp, StrictMath::exp,
          Elementary::expm1, StrictMath::expm1,
          Elementary::log, StrictMath::log,
          Elementary::log1p, StrictMath::log1p,
          Elementary::tanh, StrictMath::tanh,
          Elementary::sin, StrictMath::sin,
          Elementary::cos, StrictMath::cos,
          Elementary::tan, StrictMath::tan);

  @Test
  void areThoseOfMath() {
    OF_ONE.forEach(
        (ours, theirs) -> {
          for (double x : SPECIAL) {
            assertSame(ours.applyAsDouble(x), theirs.applyAsDouble(x), x);
          }
        });
  }

  /** The same to two ulp, with the sign of 0. */
  private static void assertSame(double ours, double theirs, double... of) {
    if (Double.isFinite(theirs) && theirs != 0) {
      assertThat(Math.abs(ours - theirs)).as("of %s", of).isLessThanOrEqualTo(2 * Math.ulp(theirs));
    } else {
      assertThat(Double.compare(ours, theirs)).as("%s of %s", ours, of).isZero();
    }
  }

  @Test
  void ofTwoNumbersAreThoseOfMath() {
    assertThoseOf(Elementary::atan2, StrictMath::atan2);
    assertThoseOf(Elementary::hypot, StrictMath::hypot);
    assertThoseOf(Elementary::pow, StrictMath::pow);
  }

  private static void assertThoseOf(DoubleBinaryOperator ours, DoubleBinaryOperator theirs) {
    for (double x : SPECIAL) {
      for (double y : SPECIAL) {
        assertSame(ours.applyAsDouble(x, y), theirs.applyAsDouble(x, y), x, y);
      }
    }
  }

  @Test
  void whatMathHasNot() {
    assertThat(Elementary.sigmoid(Double.NaN)).isNaN();
    assertThat(Elementary.sigmoid(Double.NEGATIVE_INFINITY)).isEqualTo(0.0);
    assertThat(Elementary.sigmoid(-0.0)).isEqualTo(0.5);
    assertThat(Elementary.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1.0);
    assertThat(Elementary.softplus(Double.NaN)).isNaN();
    assertThat(Elementary.softplus(Double.NEGATIVE_INFINITY)).isEqualTo(0.0);
    assertThat(Elementary.softplus(0)).isEqualTo(StrictMath.log(2));
    assertThat(Elementary.softplus(Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    assertThat(Elementary.softplus(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Elementary.erf(Double.NaN)).isNaN();
    assertThat(Elementary.erf(-0.0)).isEqualTo(-0.0);
    assertThat(Elementary.erf(-Double.MIN_VALUE)).isEqualTo(-Double.MIN_VALUE);
    assertThat(Elementary.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1.0);
    assertThat(Elementary.erf(Double.POSITIVE_INFINITY)).isEqualTo(1.0);
  }

  @Test
  void theEndsOfTheRange() {
    assertThat(Elementary.exp(709.782712893384)).isFinite();
    assertThat(Elementary.exp(709.7827128933841)).isInfinite();
    assertThat(Elementary.expm1(709.7827128933841)).isInfinite();
    assertThat(Elementary.exp(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
    assertThat(Elementary.exp(-745.1332191019412)).isEqualTo(0.0);
    assertThat(Elementary.sigmoid(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
    assertThat(Elementary.sigmoid(-745.1332191019412)).isEqualTo(0.0);
    assertThat(Elementary.expm1(-37)).isGreaterThan(-1.0);
    assertThat(Elementary.expm1(-38)).isEqualTo(-1.0);
  }

  @Test
  void wholePowersAreExact() {
    for (int base = 2; base <= 20; base++) {
      double power = 1;
      for (int i = 0; power <= 0x1p53 / base; i++, power *= base) {
        assertThat(Elementary.pow(base, i)).as("%s^%s", base, i).isEqualTo(power);
      }
    }
    for (int i = -1074; i < 1024; i++) {
      assertThat(Elementary.pow(2, i)).isEqualTo(Math.scalb(1.0, i));
    }
  }

  @Test
  void anglesOfAllQuadrants() {
    for (int degrees = -179; degrees <= 180; degrees++) {
      double angle = degrees * Math.PI / 180;
      double found = Elementary.atan2(7 * Elementary.sin(angle), 7 * Elementary.cos(angle));
      assertThat(found).isCloseTo(angle, within(1e-15));
    }
  }
}
