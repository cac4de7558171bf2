package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Given;
import reluctant.nn.L1L2;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.SGD;

class FitTest {

  private static final Dataset DATA = absoluteValue(40, 1);
  private static final Dataset OTHERS = absoluteValue(7, 0.5);
  private static final Sequential HINGES =
      Sequential.of(1, new Dense(4, Activation.RELU), new Dense(1));

  /** One weight w on x = 1 with target 0: under SGD(rate) it shrinks by 1 - 2 rate a step. */
  private static Trial shrinking(double rate, int epochs, EarlyStopping stopping) {
    var one = new Dataset("one", new SimpleMatrix(1, 1, true, 1), new SimpleMatrix(1, 1));
    var model = Sequential.of(1, new Dense(1).useBias(false).kernelInitializer(Given.row(1.0)));
    var fit = new Fit(new SGD(rate), Loss.MSE, epochs, 1).earlyStopping(stopping);
    return new Trial(model, one, fit, 0);
  }

  @Test
  void validationLossIsThatOfAPredictionAtTheEndOfAnEpoch() {
    var model =
        Sequential.of(
            1,
            new Dense(4, Activation.RELU).kernelRegularizer(L1L2.l2(0.01)),
            new Dropout(0.3),
            new Dense(1));
    var fit = new Fit(new Adam(0.01), Loss.MSE, 5, 8).validationData(OTHERS);
    List<Double> expected = new ArrayList<>();
    Run run =
        new Trial(model, DATA, fit, 3)
            .run(
                epoch -> {
                  expected.add(lossOf(epoch.network(), OTHERS));
                  assertThat(epoch.validationLoss())
                      .isCloseTo(expected.get(epoch.number() - 1), within(1e-12));
                });
    double[] measured = run.history().validationLoss();
    assertThat(measured).hasSize(5);
    for (int i = 0; i < 5; i++) {
      assertThat(measured[i]).isCloseTo(expected.get(i), within(1e-12));
    }
  }

  private static double lossOf(Network network, Dataset data) {
    SimpleMatrix residual = network.predict(data.inputs()).minus(data.targets());
    double penalty = 0.01 * network.kernel(0).elementPower(2).elementSum();
    return residual.elementPower(2).elementSum() / data.samples() + penalty;
  }

  @Test
  void validationDataDoNotChangeTheTraining() {
    var fit = new Fit(new Adam(0.01), Loss.MSE, 5, 8);
    Run plain = new Trial(HINGES, DATA, fit, 3).run();
    Run validated = new Trial(HINGES, DATA, fit.validationData(OTHERS), 3).run();
    assertThat(validated.network()).isEqualTo(plain.network());
    assertThat(plain.history().validationLoss()).isEmpty();
  }

  @Test
  void gradientNormIsTheMeanOverTheSamples() {
    var fit = new Fit(new SGD(0.01), Loss.MSE, 1, 25).shuffle(false);
    var trial = new Trial(HINGES, DATA, fit, 3);
    var trainer = new Trainer(trial.initial(), fit);
    double mean = 0;
    for (int first = 0; first < 40; first += 25) {
      int last = Math.min(first + 25, 40);
      trainer.step(
          DATA.inputs().rows(first, last).getDDRM(), DATA.targets().rows(first, last).getDDRM());
      double squares = Arrays.stream(trainer.gradient()).map(g -> g * g).sum();
      mean += Math.sqrt(squares) * (last - first) / 40;
    }
    assertThat(trial.run().history().gradientNorm()[0]).isCloseTo(mean, within(1e-12));
  }

  @Test
  void aTrainingWithoutProgressStopsEarly() {
    // With rate 1 the weight jumps between 1 and -1, and the loss stays 1.
    Run run = shrinking(1, 50, new EarlyStopping(3)).run();
    assertThat(run.history().end()).isEqualTo(History.End.STOPPED_EARLY);
    assertThat(run.history().epochs()).isEqualTo(4);
    assertThat(run.history().bestEpoch()).hasValue(1);
    assertThat(run.history().toString()).endsWith(", stopped early");
  }

  @Test
  void aTrainingWithProgressGoesOn() {
    Run run = shrinking(0.1, 50, new EarlyStopping(1)).run();
    assertThat(run.history().end()).isEqualTo(History.End.COMPLETED);
    assertThat(run.history().epochs()).isEqualTo(50);
    assertThat(run.history().bestEpoch()).hasValue(50);
  }

  @Test
  void tooLittleProgressIsNone() {
    // The loss falls to 0.64 of itself: 1, 0.64, 0.41, 0.26, ..
    Run run = shrinking(0.1, 50, new EarlyStopping(1, 0.2, false)).run();
    assertThat(run.history().epochs()).isEqualTo(4);
    assertThat(run.network().parameters()[0]).isCloseTo(Math.pow(0.8, 4), within(1e-12));
  }

  @Test
  void theBestNetworkIsRestored() {
    // With rate 1.1 the weight grows: the first epoch was the best, and ended with -1.2.
    Run restored = shrinking(1.1, 50, new EarlyStopping(3)).run();
    assertThat(restored.network().parameters()[0]).isCloseTo(-1.2, within(1e-12));
    Run last = shrinking(1.1, 50, new EarlyStopping(3, 0, false)).run();
    assertThat(last.network().parameters()[0]).isCloseTo(Math.pow(-1.2, 4), within(1e-12));
  }

  /** However it ends, the network is that of the epoch which the history calls the best. */
  @ParameterizedTest
  @CsvSource({"0, 100", "0.005, 100", "0.05, 100", "0, 7", "0.005, 7", "0.05, 7", "0.05, 1"})
  void theBestNetworkIsThatOfTheBestEpoch(double minDelta, int interrupted) {
    var stopping = new EarlyStopping(15, minDelta, true);
    var fit = new Fit(new Adam(0.2), Loss.MSE, 60, 8).earlyStopping(stopping);
    var trial = new Trial(HINGES, DATA, fit, 0);
    List<Network> networks = new ArrayList<>();
    Run run =
        trial.run(
            epoch -> {
              networks.add(epoch.network());
              if (epoch.number() == interrupted) {
                Thread.currentThread().interrupt();
              }
            });
    assertThat(Thread.interrupted()).isEqualTo(run.history().end() == History.End.INTERRUPTED);
    assertThat(run.network()).isEqualTo(networks.get(run.history().bestEpoch().getAsInt() - 1));
  }

  @Test
  void earlyStoppingWatchesTheValidationData() {
    var worse =
        new Dataset("worse", new SimpleMatrix(1, 1, true, 1), new SimpleMatrix(1, 1, true, 1));
    Trial trial = shrinking(0.1, 50, new EarlyStopping(2));
    Run run = trial.fit(trial.fit().validationData(worse)).run();
    assertThat(run.history().epochs()).isEqualTo(3);
    assertThat(run.network().parameters()[0]).isCloseTo(0.8, within(1e-12));
  }

  /** The losses of {@link #shrinking} are 1, 0.64, 0.4096, .. */
  @Test
  void aTrainingEndsAtTheLossThatIsEnough() {
    Trial trial = shrinking(0.1, 5, new EarlyStopping(1));
    double third = trial.run().history().loss()[2];
    Run run = trial.fit(trial.fit().untilLoss(third)).run();
    assertThat(run.history().end()).isEqualTo(History.End.REACHED);
    assertThat(run.history()).hasToString("3 epochs, loss 1.000 to 0.4096, reached its loss");
    assertThat(run.network().parameters()[0]).isCloseTo(Math.pow(0.8, 3), within(1e-12));
    Trial missed = trial.fit(trial.fit().untilLoss(Math.nextDown(third)).epochs(3));
    assertThat(missed.run().history().end()).isEqualTo(History.End.COMPLETED);
    Trial atTheLast = trial.fit(trial.fit().untilLoss(third).epochs(3));
    assertThat(atTheLast.run().history().end()).isEqualTo(History.End.REACHED);
  }

  @Test
  void theLossThatIsEnoughIsThatOfTheTraining() {
    var easy = new Dataset("easy", new SimpleMatrix(1, 1), new SimpleMatrix(1, 1));
    Trial trial = shrinking(0.1, 9, new EarlyStopping(50, 0, true));
    Run run = trial.fit(trial.fit().validationData(easy).untilLoss(0.5)).run();
    assertThat(run.history().validationLoss()).containsOnly(0).hasSize(3);
    // Of three equal epochs the first is the best.
    assertThat(run.network().parameters()[0]).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void ofTwoReasonsToEndTheLossComesFirst() {
    Trial stopping = shrinking(1, 50, new EarlyStopping(3));
    assertThat(stopping.run().history().epochs()).isEqualTo(4);
    Run both = stopping.fit(stopping.fit().untilLoss(1)).run();
    assertThat(both.history().end()).isEqualTo(History.End.REACHED);
    assertThat(both.history().epochs()).isEqualTo(1);
  }

  @Test
  void itsTextIsTheJavaThatMakesIt() {
    assertThat(
            new Fit(new Adam(), Loss.MSE, 5, 8)
                .shuffle(false)
                .metrics(Loss.MAE, new Huber())
                .validationData(OTHERS)
                .earlyStopping(new EarlyStopping(3, 0.1, true))
                .untilLoss(0.01))
        .hasToString(
            "new Fit(new Adam(0.001), MSE, 5, 8).shuffle(false).metrics(MAE, new Huber(1.0))"
                + ".validationData(absoluteValue(7, 0.5))"
                + ".earlyStopping(new EarlyStopping(3, 0.1, true)).untilLoss(0.01)");
  }

  @Test
  void changesKeepTheRest() {
    var fit =
        new Fit(new Adam(), Loss.MSE, 5, 8)
            .validationData(OTHERS)
            .earlyStopping(new EarlyStopping(3));
    assertThat(fit.epochs(9).shuffle(false).metrics(Loss.MAE).validationData()).isEqualTo(OTHERS);
    assertThat(fit.epochs(9).shuffle(false).metrics(Loss.MAE).earlyStopping())
        .isEqualTo(new EarlyStopping(3));
  }

  @Test
  void eachPartIsSetByItselfInAnyOrder() {
    List<UnaryOperator<Fit>> changes =
        new ArrayList<>(
            List.of(
                fit -> fit.optimizer(new SGD(0.5)),
                fit -> fit.loss(Loss.MAE),
                fit -> fit.epochs(9),
                fit -> fit.batchSize(3),
                fit -> fit.shuffle(false),
                fit -> fit.metrics(Loss.MSE),
                fit -> fit.validationData(OTHERS),
                fit -> fit.earlyStopping(new EarlyStopping(3)),
                fit -> fit.untilLoss(0.5)));
    var plain = new Fit(new Adam(), Loss.MSE, 5, 8);
    Fit changed = inTurn(plain, changes);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(changes, new Random(seed));
      assertThat(inTurn(plain, changes)).isEqualTo(changed).hasSameHashCodeAs(changed);
      Fit allButOne = inTurn(plain, changes.subList(1, changes.size()));
      assertThat(allButOne).isNotEqualTo(changed).isNotEqualTo(plain);
      assertThat(allButOne.toString()).isNotEqualTo(changed.toString());
    }
    assertThat(plain).hasToString("new Fit(new Adam(0.001), MSE, 5, 8)");
  }

  private static Fit inTurn(Fit fit, List<UnaryOperator<Fit>> changes) {
    Fit changed = fit;
    for (UnaryOperator<Fit> change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  @Test
  void validationDataMustFitTheModel() {
    var wide = new Dataset("wide", new SimpleMatrix(3, 2), new SimpleMatrix(3, 1));
    var fit = new Fit(new Adam(), Loss.MSE, 5, 8).validationData(wide);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trial(HINGES, DATA, fit, 0))
        .withMessage("the model's inputs must be as many as the validation data's, 2. Received: 1");
  }
}
