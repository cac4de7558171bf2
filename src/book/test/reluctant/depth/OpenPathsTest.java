package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.MSE;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

class OpenPathsTest {
  private static final Trial TRIAL =
      new Trial(
          Sequential.deep(2, 2, new Dense(4, RELU), new Dense(1)),
          euclideanDistance(10, NORMAL),
          new Fit(new Adam(0.01), MSE, 1, 10),
          0);

  @Test
  void aSampleHasAWayIfEachLayerHasAUnitThatIsOn() {
    var network =
        Sequential.of(
                2, new Dense(2, RELU).kernelInitializer(Given.of(new double[][] {{1, 0}, {0, 1}})))
            .initialize(0);
    var model = Sequential.of(2, (Dense) network.model().layers().get(0), new Dense(1));
    var relus = model.initialize(0);
    assertThat(OpenPaths.areOpen(relus, new SimpleMatrix(new double[][] {{1, -1}, {-1, 1}})))
        .isTrue();
    assertThat(OpenPaths.areOpen(relus, new SimpleMatrix(new double[][] {{1, 1}, {-1, -1}})))
        .isFalse();
    assertThat(OpenPaths.areOpen(relus, xor().inputs())).isFalse();
  }

  @Test
  void twinsHaveTheSameWays() {
    var relus = Sweep.of(TRIAL).seeds(0, 64).outcomes(OpenPaths::of).run();
    var tanhs = Sweep.of(TRIAL.hiddenActivation(TANH)).seeds(0, 64).outcomes(OpenPaths::of).run();
    long open = relus.count(OpenPaths.OPEN_LEARNT) + relus.count(OpenPaths.OPEN_NOT_LEARNT);
    assertThat(tanhs.count(OpenPaths.OPEN_LEARNT) + tanhs.count(OpenPaths.OPEN_NOT_LEARNT))
        .isEqualTo(open)
        .isBetween(1L, 63L);
  }
}
