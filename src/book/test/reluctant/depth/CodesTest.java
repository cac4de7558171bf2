package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Layer;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class CodesTest {
  private static final SimpleMatrix CORNERS = xor().inputs();

  /** Units x1 - x2 and x1 + x2: a corner turns on none, the second, both, the second. */
  private static final Sequential BY_HAND =
      Sequential.of(
          2,
          new Dense(2, RELU).kernelInitializer(Given.of(new double[][] {{1, 1}, {-1, 1}})),
          new Dense(1));

  private static Run hardlyTrained(Layer... layers) {
    return hardlyTrained(Sequential.of(2, layers));
  }

  private static Run hardlyTrained(Sequential model) {
    return new Trial(model, xor(), new Fit(new SGD(1e-12), MSE, 1, 4), 3).run();
  }

  @Test
  void zerosAreCountedOverUnitsAndSamples() {
    assertThat(Codes.zeros(hardlyTrained(BY_HAND))).isEqualTo(4.0 / 8);
    assertThat(Codes.zeros(hardlyTrained(BY_HAND.hiddenActivation(Activation.SIGMOID)))).isZero();
  }

  @Test
  void theSpreadIsADeviationOfCounts() {
    // 0, 1, 2 and 1 units are on.
    assertThat(Codes.spread(hardlyTrained(BY_HAND))).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(Codes.spread(hardlyTrained(BY_HAND.hiddenActivation(Activation.SIGMOID)))).isZero();
  }

  @Test
  void countsAndErrorsAreCorrelated() {
    // 0, 1, 2, 1 units are on, and outputs of 0, 1, 2 and 2 are wrong by 0, 0, 1 and 2.
    var last = new Dense(1).kernelInitializer(Given.column(1, 1));
    Run run = hardlyTrained(BY_HAND.layers().get(0), last);
    assertThat(Codes.correlation(run)).isCloseTo(1 / Math.sqrt(2 * 2.75), within(1e-9));
  }

  @Test
  void patternsAreSetsOfUnits() {
    assertThat(Codes.patterns(BY_HAND.initialize(0), 0, CORNERS)).isEqualTo(3);
  }

  @Test
  void aNetworkWithoutAHiddenLayerHasNoCode() {
    Run run = hardlyTrained(Sequential.of(2, new Dense(1)));
    assertThatThrownBy(() -> Codes.zeros(run)).hasMessageContaining("hidden layers");
  }

  @Test
  void aMoveChangesWhatItChanges() {
    List<Network> networks = List.of(BY_HAND.initialize(0));
    var still = Perturbation.of(networks, 0, CORNERS, CORNERS);
    assertThat(still).isEqualTo(new Perturbation(0, 1, 1));
    // Corner (1, 0) alone is moved, over the first unit's bend.
    SimpleMatrix moved = CORNERS.copy();
    moved.set(2, 1, 1.5);
    var one = Perturbation.of(networks, 0, CORNERS, moved);
    assertThat(one).isEqualTo(new Perturbation(2.0 / 8, 3.0 / 4, 3.0 / 4));
    SimpleMatrix nothing = new SimpleMatrix(1, 2);
    assertThat(Perturbation.of(networks, 0, nothing, nothing)).isEqualTo(new Perturbation(0, 1, 1));
    assertThatThrownBy(() -> new Perturbation(0, 1.1, 0))
        .hasMessage("kept must be a share from 0 to 1. Received: 1.1");
  }
}
