package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Problems.formula;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Initializer.HE_NORMAL;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class CollapseTest {

  private static final SimpleMatrix SIGNS = new SimpleMatrix(new double[][] {{-1}, {1}});

  private static Trial trial(Sequential model, double rate) {
    var fit = new Fit(new SGD(rate), Loss.MSE, 1, 21);
    return new Trial(model, formula("abs(x)", grid(-1, 1, 21)), fit, 0);
  }

  private static Sequential one(double kernel, double bias) {
    var hidden = new Dense(1, RELU).kernelInitializer(Given.row(kernel));
    var first = hidden.biasInitializer(Given.row(bias));
    return Sequential.of(1, first, new Dense(1).kernelInitializer(Given.row(1)));
  }

  private static Sequential deep(int width, int depth) {
    return Sequential.deep(
        1, depth, new Dense(width, RELU).kernelInitializer(HE_NORMAL), new Dense(1));
  }

  @Test
  void itTellsWhenAllAnswersBecameOne() {
    assertThat(Collapse.of(trial(one(1, -2), 0.1).run())).isEqualTo(Collapse.BORN);
    assertThat(Collapse.of(trial(one(1, 0), 0.1).run())).isEqualTo(Collapse.NONE);
    assertThat(Collapse.of(trial(one(1, 2), 50).run())).isEqualTo(Collapse.LATER);
  }

  @Test
  void aCutCallsNearlyOneAnswerOne() {
    var nearly = trial(one(1e-3, 0), 1e-9).run();
    assertThat(Collapse.within(0).of(nearly)).isEqualTo(Collapse.NONE);
    assertThat(Collapse.within(0.01).of(nearly)).isEqualTo(Collapse.LATER);
    assertThat(Collapse.within(0.01).name()).isEqualTo("collapse within 0.01");
  }

  /** In two layers the two signs have units of their own, so that the lower bound is met. */
  @Test
  void twoLayersMeetTheLowerBound() {
    assertThat(Collapse.atLeast(2, 2)).isEqualTo(0.15625, within(1e-15));
    assertThat(Collapse.atLeast(3, 2)).isEqualTo(0.04296875, within(1e-15));
    assertThat(Collapse.atLeast(2, 1)).isZero();
    assertThat(Collapse.atMost(2, 1)).isZero();
    assertThat(Collapse.atMost(1, 5)).isEqualTo(1 - 1.0 / 16, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "2, 9", "2, 15", "3, 9", "4, 9"})
  void countsLieBetweenTheBounds(int width, int depth) {
    var counted = new Rate(BornDead.count(deep(width, depth), SIGNS, 0, 10_000), 10_000);
    assertThat(counted.interval().high()).isGreaterThan(Collapse.atLeast(width, depth));
    assertThat(counted.interval().low()).isLessThan(Collapse.atMost(width, depth));
  }

  @Test
  void itCountsTheSameNetworksAsBornDead() {
    var born = Sweep.of(trial(deep(2, 9), 1e-9)).seeds(0, 500).rate(Collapse::of, Collapse.BORN);
    assertThat(born.count()).isEqualTo(BornDead.count(deep(2, 9), SIGNS, 0, 500));
  }
}
