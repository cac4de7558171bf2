package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.LINEAR;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.SIGMOID;
import static reluctant.nn.Activation.TANH;

import org.junit.jupiter.api.Test;
import reluctant.diagnose.Diagnosis.Finding;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.LeakyRelu;
import reluctant.nn.Sequential;

class HiddenUnitsTest {

  /** Units over 200 evenly spaced numbers from -1 to 1. */
  private static HiddenUnits of(Activation f, double[] kernel, double... bias) {
    return HiddenUnits.of(
        Sequential.of(1, layer(f, kernel, bias), new Dense(1)).initialize(0),
        absoluteValue(200, 1));
  }

  private static Dense layer(Activation f, double[] kernel, double... bias) {
    return new Dense(bias.length, f)
        .kernelInitializer(Given.row(kernel))
        .biasInitializer(Given.row(bias));
  }

  private static String said(HiddenUnits units) {
    return String.join(" ", units.findings().map(Finding::sentence).toList());
  }

  /** The last sample alone is half a per cent of them, the last two are one. */
  @Test
  void aReluIsDeadThatPassesAGradientOnLessThanOnePerCent() {
    double last = 1 - 1 / 199.0;
    HiddenUnits units = of(RELU, new double[] {1, 1, -1}, -last, -last + 2 / 199.0, -last);
    assertThat(units).isEqualTo(new HiddenUnits(3, 2, 0, 0));
    assertThat(said(units))
        .isEqualTo(
            "Of its 3 hidden units, 2 are dead: they pass no gradient on 99 % of the samples.");
    assertThat(of(new LeakyRelu(0.01), new double[] {1}, -9).dead()).isZero();
    assertThat(said(of(RELU, new double[] {1}, -9)))
        .isEqualTo("Its only hidden unit is dead: it passes no gradient on 99 % of the samples.");
  }

  /**
   * A sigmoid has a twentieth of its largest slope where h (1 - h) = 1 / 80, at |z| = 4.357. With a
   * bias of 5.2 a slope is larger below -0.843, on 16 samples of 200.
   */
  @Test
  void aSigmoidIsSaturatedWhoseSlopeIsSmallNearlyEverywhere() {
    assertThat(of(SIGMOID, new double[] {1}, 5.2)).isEqualTo(new HiddenUnits(1, 0, 1, 0));
    assertThat(of(SIGMOID, new double[] {1}, 5.1)).isEqualTo(new HiddenUnits(1, 0, 0, 0));
    assertThat(said(of(TANH, new double[] {900, 900, 1}, 0, -600, 0)))
        .startsWith("Of its 3 hidden units, 2 are saturated: they hardly pass a gradient on 90 %");
    assertThat(of(TANH, new double[] {10}, 0).saturated()).isZero();
  }

  @Test
  void duplicatesMoveWithEachOther() {
    HiddenUnits units = of(RELU, new double[] {1, 3, -1, -1}, 0, 0, 0, 0.3);
    assertThat(units).isEqualTo(new HiddenUnits(4, 0, 0, 1));
    assertThat(said(units)).isEqualTo("Of its 4 hidden units, 1 does the work of another.");
    assertThat(of(RELU, new double[] {1, 1}, -9, -9).duplicates()).isZero();
  }

  @Test
  void linearAndLastLayersHaveNoneAndLayersAddUp() {
    var model =
        Sequential.of(
            1,
            layer(LINEAR, new double[] {1}, 0),
            layer(RELU, new double[] {1}, -9),
            layer(TANH, new double[] {1}, -9),
            layer(RELU, new double[] {1}, -9));
    assertThat(HiddenUnits.of(model.initialize(0), absoluteValue(200, 1)))
        .isEqualTo(new HiddenUnits(2, 1, 1, 0));
  }
}
