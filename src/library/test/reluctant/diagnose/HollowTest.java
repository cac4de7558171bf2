package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.euclideanDistance;

import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class HollowTest {

  private static Run abs(double w1, double w2, double v1, double v2, double bias) {
    var hidden = new Dense(2, Activation.RELU).kernelInitializer(Given.row(w1, w2));
    var last =
        new Dense(1).kernelInitializer(Given.column(v1, v2)).biasInitializer(new Constant(bias));
    return GivenRun.of(Sequential.of(1, hidden, last), absoluteValue(101, 1));
  }

  @Test
  void theDescentGoesToTheBottomThatIsNear() {
    Hollow hollow = Hollow.of(abs(0.8, -1.1, 0.9, 1.2, 0.1));
    assertThat(hollow.before()).isGreaterThan(1e-3);
    assertThat(hollow.loss()).isLessThan(1e-12);
    assertThat(hollow.bottom().predict(-0.5)[0]).isCloseTo(0.5, within(1e-5));
  }

  /** With both units dead the best constant is left, which is a minimum. */
  @Test
  void aConstantBetweenDeadUnitsIsAminimum() {
    var hidden =
        new Dense(2, Activation.RELU)
            .kernelInitializer(Given.row(1, -1))
            .biasInitializer(new Constant(-2));
    Run run = GivenRun.of(Sequential.of(1, hidden, new Dense(1)), absoluteValue(101, 1));
    Hollow hollow = Hollow.of(run);
    assertThat(hollow.isMinimum()).isTrue();
    assertThat(hollow.loss()).isCloseTo(0.085, within(1e-3));
    assertThat(hollow).hasToString("loss 0.3400, at the bottom 0.08502, a minimum");
  }

  /** On the ridge between both sides no gradient pulls, but small steps lead down. */
  @Test
  void aSaddleIsNoMinimum() {
    Hollow hollow = Hollow.of(abs(0, 0, 0, 0, 0.5));
    assertThat(hollow.loss()).isCloseTo(0.085, within(1e-3));
    assertThat(new Hollow(hollow.bottom(), 1, 1, 1 - 2e-5).isMinimum()).isFalse();
    assertThat(new Hollow(hollow.bottom(), 1, 1, 1 - 2e-6).isMinimum()).isTrue();
  }

  /** 2 relu(w x) with both 2 and the bias fixed: |w| alone is free, and 1/2 the best. */
  @Test
  void whatIsNotTrainedStaysWhereItIs() {
    var hidden = new Dense(1, Activation.ABS).useBias(false).kernelInitializer(Given.row(0.3));
    var last = new Dense(1).kernelInitializer(Given.column(2)).trainable(false);
    Hollow hollow = Hollow.of(GivenRun.of(Sequential.of(1, hidden, last), absoluteValue(101, 1)));
    assertThat(hollow.bottom().parameters())
        .containsExactly(new double[] {0.5, 2, 0}, within(1e-6));
    assertThat(hollow.isMinimum()).isTrue();
    Run none = GivenRun.of(Sequential.of(1, last), absoluteValue(101, 1));
    assertThatThrownBy(() -> Hollow.of(none))
        .hasMessage("the number of trainable parameters must be at least 1. Received: 0");
  }

  @Test
  void aTrainingThatHasJustBegunIsStillOnItsWay() {
    var model = Sequential.of(2, new Dense(3, Activation.RELU), new Dense(1));
    var fit = new Fit(new Adam(0.001), Loss.MSE, 3, 32);
    Run run = new Trial(model, euclideanDistance(300, NORMAL), fit, 5).run();
    Hollow hollow = Hollow.of(run);
    assertThat(hollow.loss()).isLessThan(0.9 * hollow.before());
  }
}
