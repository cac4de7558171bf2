package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.nn.Activation.RELU;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.sweep.Rate;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class FreshSamplesTest {

  /** The first reaches a unit with a bias of -6, the second does not. */
  private static final SimpleMatrix ROWS = new SimpleMatrix(new double[][] {{5, 5}, {0, 0}});

  /** A unit that is active where x1 + x2 > -bias, and adds its output: it lifts what is too low. */
  private static Run lifting(double bias) {
    var hidden =
        new Dense(1, RELU).kernelInitializer(Initializer.ONES).biasInitializer(new Constant(bias));
    var model =
        Sequential.of(2, hidden, new Dense(1).useBias(false).kernelInitializer(Initializer.ONES));
    var fit = new Fit(new SGD(1e-3), Loss.MSE, 1, 10);
    return new Trial(model, euclideanDistance(100, NORMAL), fit, 0).run();
  }

  @Test
  void onlySamplesThatReachAUnitWakeIt() {
    var same = FreshSamples.of(200);
    assertThat(same.of(lifting(0))).isEqualTo(Waking.NONE_SILENT);
    assertThat(same.of(lifting(-6))).isEqualTo(Waking.ASLEEP);
    assertThat(same.farther(5).of(lifting(-6))).isEqualTo(Waking.AWAKE);
  }

  /** A unit behind a layer that is silent hears nothing, however far the samples lie. */
  @Test
  void aUnitOfTheSecondLayerIsFollowedToo() {
    Dense shut = new Dense(1, RELU).biasInitializer(new Constant(-1e6));
    var model = Sequential.of(2, shut, new Dense(2, RELU), new Dense(1));
    var fit = new Fit(new SGD(1e-3), Loss.MSE, 1, 10);
    Run run = new Trial(model, euclideanDistance(100, NORMAL), fit, 0).run();
    assertThat(FreshSamples.of(2).inLayer(1).of(run)).isEqualTo(Waking.ASLEEP);
  }

  /** A target above the output lifts a unit with v > 0, one below pushes it out. */
  @Test
  void aUnitIsPushedTheWayThatLessensTheError() {
    Dataset far = new Dataset("far", ROWS, new SimpleMatrix(2, 1, true, 10.0, 10.0));
    assertThat(FreshSamples.outwards(List.of(lifting(-6), lifting(0)), far))
        .isEqualTo(new Rate(0, 1));
    Dataset low = new Dataset("low", ROWS, new SimpleMatrix(2, 1, true, -10.0, -10.0));
    assertThat(FreshSamples.outwards(List.of(lifting(-6)), low)).isEqualTo(new Rate(1, 1));
  }

  @Test
  void itIsNamedAfterWhatItIsMadeOf() {
    assertThat(FreshSamples.of(5).farther(2).inLayer(1).name())
        .isEqualTo("silent units of layer 1 after 5 fresh epochs, 2.0 times as far");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FreshSamples.of(0))
        .withMessageStartingWith("epochs must be");
  }
}
