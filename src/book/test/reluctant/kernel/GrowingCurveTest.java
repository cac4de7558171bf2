package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GrowingCurveTest {
  private static String svg(double... losses) {
    return String.valueOf(GrowingCurve.shown(losses).data().get(GrowingCurve.SVG));
  }

  @Test
  void itGoesFromTheTopDecadeToTheBottomOne() {
    assertThat(svg(100, 10, 1)).contains("d='M60.0 24.0L390.0 198.0L720.0 372.0'", ">epoch 3<");
    assertThat(svg(100, 10, 1)).contains(">1e0<", ">1e1<", ">1e2<");
  }

  @Test
  void whatHasNoLogarithmIsLeftOut() {
    assertThat(svg(10, 0, Double.NaN, Double.POSITIVE_INFINITY, 1))
        .contains("d='M60.0 24.0L720.0 372.0'");
    assertThat(svg(0)).contains("d=''");
  }

  @Test
  void itStaysSmall() {
    var losses = new double[1_000_000];
    Arrays.setAll(losses, i -> StrictMath.exp(-i / 2000.0));
    assertThat(svg(losses)).hasSizeLessThan(10_000);
    assertThat(GrowingCurve.shown(losses).data()).doesNotContainKey(Renderings.PLOTLY);
  }
}
