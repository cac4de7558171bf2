package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reluctant.lanes.Lockstep;
import reluctant.lanes.OwnLayer;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Given;
import reluctant.nn.Network;
import reluctant.nn.PReLU;
import reluctant.nn.RandomizedAsymmetric;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;

/** Trials that start from a network. */
class StartingAtTest {

  private static final Sequential MODEL =
      Sequential.of(
          1,
          new Dense(3, Activation.TANH).kernelInitializer(new RandomizedAsymmetric()),
          new PReLU(),
          new Dropout(0.1),
          new Dense(1).useBias(false));
  private static final Trial TRIAL =
      new Trial(MODEL, absoluteValue(20, 1), new Fit(new Adam(0.1), Loss.MSE, 3, 8), 7);

  @Test
  void itStartsWhereAnotherEndedWhateverItsSeed() {
    Network end = TRIAL.run().network();
    Trial trial = TRIAL.startingAt(end);
    assertThat(trial.initial().parameters()).containsExactly(end.parameters());
    assertThat(trial.seed(8).initial().parameters()).containsExactly(end.parameters());
    assertThat(Lockstep.run(trial, 0, 5).get(4)).isEqualTo(trial.seed(4).run());
  }

  @Test
  void itsLineHasTheNumbers() {
    Trial line = TRIAL.layers(new Dense(2), new Dense(1)).startingAt(twoByOne());
    assertThat(line.line())
        .contains(
            "Sequential.of(1, new Dense(2).kernelInitializer(Given.row(0.1, -0.0))"
                + ".biasInitializer(Given.row(1.0E-300, 3.0)),"
                + " new Dense(1).kernelInitializer(Given.of(new double[][] {{4.0}, {5.0}}))"
                + ".biasInitializer(Given.row(6.0)))");
    for (Trial trial : List.of(line, TRIAL.startingAt(TRIAL.run().network()))) {
      assertThat(Trial.parse(trial.line())).isEqualTo(trial);
    }
  }

  private static Network twoByOne() {
    var model = Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1));
    return new Network(model, new double[] {0.1, -0.0, 1e-300, 3, 4, 5, 6});
  }

  /** The numbers are taken, and not what else the network's layers have. */
  @Test
  void theModelStaysAsItIs() {
    var frozen = new Dense(2, Activation.TANH).trainable(false);
    assertThat(Sequential.of(1, frozen, new Dense(1)).startingAt(twoByOne()).layers().get(0))
        .isEqualTo(
            frozen.kernelInitializer(Given.row(0.1, -0.0)).biasInitializer(Given.row(1e-300, 3)));
    var slopes = Sequential.of(1, new PReLU(Given.row(2)).trainable(false));
    var network = Sequential.of(1, new PReLU(Given.row(3))).initialize(0);
    assertThat(slopes.startingAt(network))
        .isEqualTo(Sequential.of(1, new PReLU(Given.row(3)).trainable(false)));
  }

  @Test
  void itGoesOnAsAnotherFitDoes() {
    Fit still = new Fit(new Adam(0.01), Loss.MAE, 5, 20).shuffle(false);
    Trial trial = TRIAL.layers(new Dense(3, Activation.TANH), new Dense(1));
    Run first = trial.run();
    assertThat(trial.startingAt(first.network()).fit(still).run().network().parameters())
        .containsExactly(trial.then(still).run().network().parameters());
  }

  @Test
  void whatIsTooLongForALineGoesToAFile(@TempDir Path folder) {
    Trial trial = TRIAL.layers(new Dense(2000, Activation.TANH), new Dense(1));
    Trial started = trial.startingAt(trial.initial());
    assertThatThrownBy(started::line)
        .hasMessageMatching(
            "line must have at most 65535 characters, keep a trial of so many numbers by"
                + " trial\\.save\\(file\\)\\. Received: \\d{6}");
    started.save(folder.resolve("trial.json"));
    assertThat(Trial.load(folder.resolve("trial.json"))).isEqualTo(started);
  }

  @Test
  void whatCannotStartIsSaid() {
    Network network = twoByOne();
    assertThatThrownBy(() -> TRIAL.startingAt(network))
        .hasMessage(
            "the network must have the shapes of the model, [1 x 3, 1 x 3, 1 x 3, 3 x 1]."
                + " Received: [1 x 2, 1 x 2, 2 x 1, 1 x 1]");
    double[] lost = new double[7];
    lost[2] = Double.NaN;
    assertThatThrownBy(() -> network.model().startingAt(new Network(network.model(), lost)))
        .hasMessageContaining("Received: NaN");
    var own = Sequential.of(1, new OwnLayer(new Dense(2)), new Dense(1));
    assertThatThrownBy(() -> own.startingAt(network))
        .hasMessage(
            "only layers of the library can start from a network, give yours an initializer."
                + " Received: OwnLayer[like=new Dense(2)]");
    var dropped = Sequential.of(1, new OwnLayer(new Dropout(0.5)), new Dense(1));
    assertThat(dropped.startingAt(dropped.initialize(3)).initialize(0).parameters())
        .isEqualTo(dropped.initialize(3).parameters());
  }
}
