package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.oneRelu;

import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class LossLandscapeTest {

  private static final Fit FIT = new Fit(new SGD(0.1), Loss.MSE, 300, 21);

  private static Trial trial(boolean useBias) {
    var model = Sequential.of(1, new Dense(1, Activation.RELU).useBias(useBias));
    return new Trial(model, oneRelu(21, 1, 1, 0), FIT, 0);
  }

  @Test
  void theLossOfOneWeightIsTheClosedForm() {
    var landscape = new LossLandscape(trial(false));
    double meanSquare = 1.1 / 3; // of 21 numbers from -1 to 1
    for (double w : new double[] {-2, -0.5, 0, 0.5, 1, 2}) {
      double form = w > 0 ? (w - 1) * (w - 1) : 1 + w * w;
      assertThat(landscape.loss(w)).isCloseTo(meanSquare / 2 * form, within(1e-15));
    }
  }

  @Test
  void itIsFlatWhereTheUnitIsSilentOnAllSamplesAndNowhereElse() {
    var landscape = new LossLandscape(trial(true));
    assertThat(landscape.isFlat(0.5, -0.6)).isTrue();
    assertThat(landscape.isFlat(0.5, -0.4)).isFalse();
    assertThat(landscape.isFlat(-0.5, -0.4)).isFalse();
    assertThat(landscape.flatShare(2)).isCloseTo(0.25, within(0.01));
  }

  @Test
  void rowsAreTheSecondParameter() {
    var landscape = new LossLandscape(trial(true));
    double[][] heights = landscape.heights(-1, 0.5);
    assertThat(heights[1][0]).isEqualTo(landscape.loss(-1, 0.5));
    assertThat(heights[0][1]).isEqualTo(landscape.loss(0.5, -1)).isNotEqualTo(heights[1][0]);
  }

  @Test
  void aLandscapeOverASquareNeedsTwoParameters() {
    assertThatThrownBy(() -> new LossLandscape(trial(false)).flatShare(1))
        .hasMessage(
            "the model must have 2 parameters to be a landscape over a square. Received: 1");
  }

  @Test
  void aDescentBeginsAtTheStartAndEndsAtTheEnd() {
    var trial = trial(false).kernels(Given.row(-1));
    var descent = Descent.of(trial);
    assertThat(descent.stops().get(0).parameters()).containsExactly(-1);
    var last = descent.stops().get(descent.stops().size() - 1);
    assertThat(last.epoch()).isEqualTo(300);
    assertThat(last.parameters()).isEqualTo(descent.run().network().parameters());
    assertThat(last.parameters()[0]).isNegative().isCloseTo(0, within(1e-4));
    assertThat(descent.run().network()).isEqualTo(trial.run().network());
  }

  @Test
  void betweenTwoStopsADescentIsWhereItWasLast() {
    var descent = Descent.of(trial(false));
    assertThat(descent.stops().stream().map(Descent.Stop::epoch)).startsWith(0, 1, 2, 4, 7, 11);
    assertThat(descent.at(6).epoch()).isEqualTo(4);
    assertThat(descent.at(1_000_000).epoch()).isEqualTo(300);
    assertThat(Descent.ofSeeds(trial(false), 5, 2)).hasSize(2);
  }
}
