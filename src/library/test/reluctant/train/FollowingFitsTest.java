package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.xor;
import static reluctant.train.Loss.MAE;
import static reluctant.train.Loss.MSE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.SGD;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;

/** Fits that follow each other. */
class FollowingFitsTest {

  private static final Fit FIRST = new Fit(new Adam(0.05), MSE, 3, 20).shuffle(false);
  private static final Fit SECOND = new Fit(new SGD(0.05, 0.9), MAE, 4, 20).shuffle(false);
  private static final Fit STILL = new Fit(new SGD(1e-300), MSE, 2, 20).shuffle(false);
  private static final Trial ALONE =
      new Trial(
          Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1)),
          absoluteValue(20, 1),
          FIRST,
          7);
  private static final Trial BOTH = ALONE.then(SECOND);

  @Test
  void theSecondGoesOnWithTheNetworkAndBeginsItsOptimizerAnew() {
    Run first = ALONE.run();
    Run both = BOTH.run();
    Dataset data = ALONE.dataset();
    var trainer = new Trainer(first.network(), SECOND);
    double[] losses =
        DoubleStream.generate(() -> trainer.step(data.inputs().getDDRM(), data.targets().getDDRM()))
            .limit(4)
            .toArray();
    assertThat(both.network()).isEqualTo(trainer.network());
    assertThat(both.history().loss())
        .isEqualTo(DoubleStream.concat(of(first.history().loss()), of(losses)).toArray());
    assertThat(both.history().epochsOfFits()).containsExactly(3, 4);
    assertThat(both.history().steps()).isEqualTo(7);
    assertThat(both.history().end()).isEqualTo(History.End.COMPLETED);
    assertThat(first.history().epochsOfFits()).containsExactly(3);
  }

  private static DoubleStream of(double[] numbers) {
    return Arrays.stream(numbers);
  }

  @Test
  void epochsAreCountedThrough() {
    var told = new ArrayList<String>();
    BOTH.run(epoch -> told.add(epoch.number() + " of " + epoch.epochs()));
    assertThat(told).hasSize(7).startsWith("1 of 7").endsWith("7 of 7");
    assertThat(BOTH.fit().totalEpochs()).isEqualTo(7);
    assertThat(BOTH.run().history().toString()).startsWith("7 epochs, loss ");
  }

  @Test
  void whatIsMeasuredIsMeasuredInAll() {
    Trial trial = BOTH.fit(BOTH.fit().metrics(MAE).validationData(absoluteValue(5, 1)));
    Run run = trial.run();
    assertThat(run.history().metric(MAE)).hasSize(7);
    assertThat(run.history().metric(MAE)).endsWith(Arrays.copyOfRange(run.history().loss(), 3, 7));
    assertThat(run.history().validationLoss()).hasSize(7);
    Fit last = trial.fit().last();
    assertThat(last).isEqualTo(SECOND.metrics(MAE).validationData(absoluteValue(5, 1)));
    assertThat(Evaluation.of(run.network(), MAE, absoluteValue(5, 1)))
        .isEqualTo(run.history().validationLoss()[6]);
    assertThat(FIRST.metrics(MAE).then(SECOND.metrics(MAE)))
        .isEqualTo(FIRST.then(SECOND).metrics(MAE));
  }

  @Test
  void eachEndsByItself() {
    double enough = BOTH.run().history().loss()[1];
    Run run = ALONE.fit(FIRST.untilLoss(enough)).then(SECOND.untilLoss(0)).run();
    assertThat(run.history().epochsOfFits()).containsExactly(2, 4);
    assertThat(run.history().end()).isEqualTo(History.End.COMPLETED);
    Run reached = ALONE.then(SECOND.untilLoss(1e9)).run();
    assertThat(reached.history().epochsOfFits()).containsExactly(3, 1);
    assertThat(reached.history().end()).isEqualTo(History.End.REACHED);
  }

  /** Adam at a rate of 100 gets worse at once, so that the first epoch stays the best. */
  @Test
  void theSecondBeginsWithTheBestNetworkOfTheFirst() {
    Fit worse = FIRST.optimizer(new Adam(100)).earlyStopping(new EarlyStopping(2));
    Run run = ALONE.fit(worse).then(STILL).run();
    assertThat(run.history().epochsOfFits()).containsExactly(3, 2);
    assertThat(run.network()).isEqualTo(ALONE.fit(worse).run().network());
    double[] loss = run.history().loss();
    assertThat(loss[3]).isEqualTo(loss[1]);
    assertThat(loss[0]).isLessThan(Math.min(loss[1], loss[2]));
    assertThat(run.history().bestEpoch()).hasValue(4);
  }

  /** What patience has seen in the first is forgotten. */
  @Test
  void patienceBeginsAnew() {
    Fit patient = STILL.epochs(9).earlyStopping(new EarlyStopping(3));
    Run run = ALONE.fit(patient).then(patient).run();
    assertThat(run.history().epochsOfFits()).containsExactly(4, 4);
    assertThat(run.history().end()).isEqualTo(History.End.STOPPED_EARLY);
    assertThat(run.history().bestEpoch()).hasValue(5);
  }

  @Test
  void noneBeginsAfterAnInfiniteLoss() {
    Fit diverging = FIRST.optimizer(new SGD(1e300));
    History history = ALONE.fit(diverging).then(SECOND).run().history();
    assertThat(history.epochsOfFits()).hasSize(1);
    assertThat(history.end()).isEqualTo(History.End.DIVERGED);
    History later = ALONE.then(diverging).run().history();
    assertThat(later.epochsOfFits()).startsWith(3).hasSize(2);
    assertThat(later.divergedAt()).hasValue(later.epochs());
  }

  @Test
  void anInterruptEndsAll() {
    History history =
        BOTH.run(
                epoch -> {
                  if (epoch.number() == 5) {
                    Thread.currentThread().interrupt();
                  }
                })
            .history();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(history.epochsOfFits()).containsExactly(3, 2);
    assertThat(history.toString()).endsWith(", interrupted before epoch 6 of 7");
  }

  /** The networks do not move, so that nothing else can make a difference. */
  @Test
  void eachDrawsOrdersAndDropsOfItsOwn() {
    Fit shuffled = STILL.batchSize(7).shuffle(true);
    Trial orders = ALONE.fit(shuffled).then(shuffled);
    Trial drops =
        ALONE
            .layers(new Dense(9, Activation.RELU), new Dropout(0.5), new Dense(1))
            .fit(STILL)
            .then(STILL);
    assertThat(drops.run().history().loss()).doesNotHaveDuplicates().hasSize(4);
    // The mean length of three batches' gradients depends on which samples each has.
    assertThat(orders.run().history().gradientNorm()).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void itsLineIsReadAgain() {
    assertThat(BOTH.line())
        .isEqualTo(
            "new Trial(Sequential.of(1, new Dense(2, RELU), new Dense(1)), absoluteValue(20, 1.0),"
                + " new Fit(new Adam(0.05), MSE, 3, 20).shuffle(false)"
                + ".then(new Fit(new SGD(0.05, 0.9), MAE, 4, 20).shuffle(false)), 7L)");
    assertThat(Trial.parse(BOTH.line())).isEqualTo(BOTH).isNotEqualTo(ALONE);
    Fit three = FIRST.then(SECOND.then(STILL));
    assertThat(three).isEqualTo(FIRST.then(SECOND).then(STILL)).hasSameHashCodeAs(three);
    assertThat(three.fits()).containsExactly(FIRST, SECOND, STILL);
    assertThat(three.last()).isEqualTo(STILL);
    assertThat(three.epochs(8).fits()).containsExactly(FIRST.epochs(8), SECOND, STILL);
    Fit many = STILL;
    for (int more = 1; more < 50; more++) {
      many = many.then(STILL);
    }
    assertThat(Trial.parse(ALONE.fit(many).line())).isEqualTo(ALONE.fit(many));
  }

  @Test
  void aFileKeepsThemWithDataOfOnesOwn(@TempDir Path folder) {
    var own = new Dataset("mine", new SimpleMatrix(2, 1), SimpleMatrix.filled(2, 1, 1.0 / 3));
    Trial trial = BOTH.data(own).fit(BOTH.fit().validationData(own));
    trial.save(folder.resolve("trial.json"));
    assertThat(Trial.load(folder.resolve("trial.json"))).isEqualTo(trial);
  }

  @Test
  void aSweepCountsWhatTheLastGives() {
    var model = Sequential.of(2, new Dense(2, Activation.RELU), new Dense(1));
    Trial trial = new Trial(model, xor(20, 0.1), BOTH.fit(), 0);
    double[] finals =
        Sweep.of(trial).seeds(0, 70).runs().stream()
            .mapToDouble(run -> run.history().finalLoss())
            .toArray();
    for (int seed : new int[] {0, 63, 64, 69}) {
      assertThat(finals[seed]).isEqualTo(trial.seed(seed).run().history().finalLoss());
    }
    assertThat(Sweep.of(trial).seeds(0, 70).numbers(Rule.finalLoss()).run().trials()).isEqualTo(70);
  }

  @Test
  void whatCannotFollowIsSaid() {
    assertThatThrownBy(() -> FIRST.then(SECOND.metrics(MAE)))
        .hasMessage(
            "metrics must be those of the first fit, which says them for all. Received: [MAE]");
    assertThatThrownBy(() -> FIRST.then(SECOND.validationData(absoluteValue(5, 1))))
        .hasMessage(
            "validationData must be those of the first fit, which says them for all."
                + " Received: absoluteValue(5, 1.0)");
    assertThatThrownBy(() -> FIRST.epochs(Integer.MAX_VALUE).then(SECOND))
        .hasMessage("epochs of all fits must be at most 2147483647. Received: 2147483651");
    assertThatThrownBy(() -> FIRST.then(SECOND).epochs(Integer.MAX_VALUE))
        .hasMessageStartingWith("epochs of all fits must be at most");
    assertThatThrownBy(
            () -> {
              Fit many = STILL;
              for (int more = 0; more < 50; more++) {
                many = many.then(STILL);
              }
            })
        .hasMessage("fits that follow each other must be at most 50. Received: 51");
  }
}
