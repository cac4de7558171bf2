package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and slopes at kinks and edges, as Keras 3.15 gives them. */
class LossTest {

  private static Loss named(String name) {
    return name.equals("HUBER") ? new Huber() : ElementwiseLoss.valueOf(name);
  }

  @ParameterizedTest
  @CsvSource({
    // loss, target, prediction, value, slope
    "MSE, 1, 3, 4, 4",
    "MAE, 1, 1, 0, 0",
    "MAE, 1, -1, 2, -1",
    "MSLE, 1, -1, 0.4804528752887806, 0",
    "MSLE, 1, 1e-7, 0.4804528752887806, 0",
    "BINARY_CROSSENTROPY, 1, 0, 16.11809565095832, 0",
    "BINARY_CROSSENTROPY, 0, 1, 16.118095651484676, 0",
    "BINARY_CROSSENTROPY, 1, 0.9999999, 1.0000000494736474e-7, -1.0000001",
    "BINARY_CROSSENTROPY_FROM_LOGITS, 1, 0, 0.6931471805599453, -0.5",
    "BINARY_CROSSENTROPY_FROM_LOGITS, 1, -800, 800, -1",
    "BINARY_CROSSENTROPY_FROM_LOGITS, 0, 800, 800, 1",
    "BINARY_CROSSENTROPY_FROM_LOGITS, 1, 800, 0, 0",
    "BINARY_CROSSENTROPY_FROM_LOGITS, 0, -40, 4.248354255291589e-18, 4.248354255291589e-18",
    "BINARY_CROSSENTROPY_FROM_LOGITS, 1, 40, 4.248354255291589e-18, -4.248354255291589e-18",
    "MAPE, 0, 0.5, 5e8, 1e9",
    "MAPE, 2, 2, 0, 0",
    "HUBER, 0, 1, 0.5, 1",
    "HUBER, 0, -3, 2.5, -1",
    "LOG_COSH, 2, 2, 0, 0"
  })
  void edges(String name, double target, double prediction, double value, double slope) {
    Loss loss = named(name);
    assertThat(loss.value(target, prediction)).isCloseTo(value, within(1e-12 * value + 1e-16));
    assertThat(loss.slope(target, prediction))
        .isCloseTo(slope, within(1e-12 * Math.abs(slope) + 1e-14));
  }

  @Test
  void logCoshIsFiniteFarOut() {
    assertThat(Loss.LOG_COSH.value(0, -1e6)).isCloseTo(1e6 - Math.log(2), within(1e-9));
    assertThat(Loss.LOG_COSH.slope(0, -1e6)).isEqualTo(-1);
  }

  /** No probability is lost beside 1. */
  @Test
  void aLogitKeepsASmallSlope() {
    double slope = Loss.BINARY_CROSSENTROPY_FROM_LOGITS.slope(1, 40);
    assertThat(slope).isCloseTo(-4.248354255291589e-18, within(1e-30));
  }

  private static double[] ofSample(Loss loss, double[] y, double[] p) {
    var all = new double[p.length + 1];
    LossLoops.slopes(loss, y, p, p.length, p.length, 1, all);
    all[p.length] = LossLoops.sum(loss, y, p, 1, p.length);
    return all;
  }

  @Test
  void classesAreSharesOfASample() {
    double[] y = {0, 1, 0};
    double[] half = {1, 2, 1};
    assertThat(ofSample(Loss.CATEGORICAL_CROSSENTROPY, y, half))
        .containsExactly(new double[] {0.25, -0.25, 0.25, Math.log(2)}, within(1e-15));
    double[] none = {4, 0, 4};
    assertThat(ofSample(Loss.CATEGORICAL_CROSSENTROPY, y, none))
        .containsExactly(new double[] {0, 0, 0, -Math.log(1e-7)}, within(1e-14));
  }

  @Test
  void logitsOfClassesMayBeFarApart() {
    double[] y = {0, 1, 0};
    double[] far = {1000, 0, 1000};
    assertThat(ofSample(Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS, y, far))
        .containsExactly(new double[] {0.5, -1, 0.5, 1000 + Math.log(2)}, within(1e-12));
  }

  @Test
  void ofOneOutputByItselfThereIsNoCategory() {
    for (Metric metric : List.of(Loss.CATEGORICAL_CROSSENTROPY, Metric.CATEGORICAL_ACCURACY)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> metric.value(1, 0.5))
          .withMessage(
              "metric must be one of each output by itself here, such as MSE. Received: " + metric);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS.slope(1, 0.5));
  }
}
