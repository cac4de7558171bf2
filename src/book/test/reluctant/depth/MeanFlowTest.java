package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.euclideanDistance;

import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.data.Distribution;
import reluctant.diagnose.GradientFlow;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.train.Loss;

class MeanFlowTest {

  private static final Dataset DATA =
      euclideanDistance(8, Distribution.NORMAL).draw(RandomStream.DATA.of(1));

  private static MeanFlow flow(Activation activation, Initializer start, int seeds) {
    var hidden = new Dense(16, activation).kernelInitializer(start);
    return MeanFlow.of(Sequential.deep(2, 6, hidden, new Dense(1)), DATA, 0, seeds);
  }

  @Test
  void itIsTheFlowOfASingleSeed() {
    var model = Sequential.deep(2, 2, new Dense(4, Activation.RELU), new Dense(1));
    var one = GradientFlow.of(model.initialize(7), Loss.MSE, DATA);
    var mean = MeanFlow.of(model, DATA, 7, 1);
    assertThat(mean.deltas()[0]).isCloseTo(one.deltas()[0] / one.deltas()[2], within(1e-15));
    assertThat(mean.deltas()[2]).isEqualTo(1);
    assertThat(mean.zeros()).isEqualTo(one.zeros());
    assertThat(mean.factor()).isCloseTo(one.deltas()[0] / one.deltas()[1], within(1e-15));
  }

  @Test
  void theFactorsAreThoseOfTheory() {
    assertThat(flow(Activation.RELU, Initializer.GLOROT_UNIFORM, 200).factor())
        .isCloseTo(Math.sqrt(0.5), within(0.04));
    assertThat(flow(Activation.RELU, Initializer.HE_UNIFORM, 200).factor())
        .isCloseTo(1, within(0.05));
    assertThat(flow(Activation.ABS, Initializer.HE_UNIFORM, 200).factor())
        .isCloseTo(Math.sqrt(2), within(0.07));
    assertThat(flow(Activation.SIGMOID, Initializer.GLOROT_UNIFORM, 50).factor()).isLessThan(0.25);
  }

  @Test
  void halfIsZeroInEachHiddenLayer() {
    double[] zeros = flow(Activation.RELU, Initializer.GLOROT_UNIFORM, 200).zeros();
    for (int layer = 0; layer < 6; layer++) {
      assertThat(zeros[layer]).isCloseTo(0.5, within(0.04));
    }
    assertThat(zeros[6]).isZero();
  }

  @Test
  void itNeedsANetwork() {
    assertThatThrownBy(() -> flow(Activation.RELU, Initializer.ZEROS, 0))
        .hasMessage("seeds must be at least 1. Received: 0");
  }
}
