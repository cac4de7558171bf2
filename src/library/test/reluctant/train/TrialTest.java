package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.euclideanDistance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.data.Distribution;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.Network;
import reluctant.nn.RandomUniform;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.SGD;

class TrialTest {

  private static final Sequential HINGES =
      Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1));

  private static Trial trial(Optimizer optimizer, int epochs, int batchSize) {
    return new Trial(
        HINGES, absoluteValue(50, 1000), new Fit(optimizer, Loss.MSE, epochs, batchSize), 7);
  }

  @Test
  void anInterruptEndsATrainingFromOutside() throws Exception {
    var begun = new CountDownLatch(1);
    var flag = new AtomicBoolean();
    var thread = Executors.newSingleThreadExecutor();
    Future<Run> training =
        thread.submit(
            () -> {
              Run run = trial(new Adam(), 1_000_000, 10).run(epoch -> begun.countDown());
              flag.set(Thread.currentThread().isInterrupted());
              return run;
            });
    begun.await();
    thread.shutdownNow();
    Run run = training.get(60, TimeUnit.SECONDS);
    assertThat(flag).isTrue();
    assertThat(run.history().end()).isEqualTo(History.End.INTERRUPTED);
    assertThat(run.history().epochs()).isPositive();
    assertThat(run.network().parameters()).doesNotContain(Double.NaN);
  }

  /** Interrupts its own thread as it is asked for the n-th value. */
  private record Interrupting(int n, AtomicInteger calls) implements Loss {
    @Override
    public double value(double target, double prediction) {
      if (calls.incrementAndGet() == n) {
        Thread.currentThread().interrupt();
      }
      return MSE.value(target, prediction);
    }

    @Override
    public double slope(double target, double prediction) {
      return MSE.slope(target, prediction);
    }
  }

  @Test
  void anInterruptEndsATrainingWithTheBatchAtHand() {
    // 50 samples in batches of 20: the 65th is in the first batch of the second epoch.
    var loss = new Interrupting(65, new AtomicInteger());
    Run run = trial(new Adam(), 9, 20).fit(new Fit(new Adam(), loss, 9, 20)).run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.history().end()).isEqualTo(History.End.INTERRUPTED);
    assertThat(run.history().steps()).isEqualTo(4);
    assertThat(loss.calls()).hasValue(70);
    assertThat(run.history().loss()).hasSize(1);
    assertThat(run.history())
        .hasToString("1 epochs, loss %s, interrupted before epoch 2 of 9".formatted(range(run)));
  }

  private static String range(Run run) {
    double[] loss = run.history().loss();
    return "%.4g to %.4g".formatted(loss[0], loss[loss.length - 1]);
  }

  @Test
  void aThreadInterruptedBeforehandTrainsNothing() {
    Thread.currentThread().interrupt();
    Run run = trial(new Adam(), 9, 20).run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.history().epochs()).isZero();
    assertThat(run.network()).isEqualTo(run.trial().initial());
    assertThat(run.history()).hasToString("0 epochs, interrupted before epoch 1 of 9");
  }

  @Test
  void changesKeepTheRest() {
    Trial trial = trial(new Adam(), 5, 10);
    assertThat(trial.seed(9).epochs(3))
        .isEqualTo(new Trial(HINGES, trial.data(), trial.fit().epochs(3), 9));
    assertThat(trial.kernels(Initializer.ONES, Initializer.ZEROS).model())
        .isEqualTo(HINGES.kernelInitializers(Initializer.ONES, Initializer.ZEROS));
    var other = Sequential.of(1, new Dense(1));
    assertThat(trial.model(other)).isEqualTo(new Trial(other, trial.data(), trial.fit(), 7));
  }

  @Test
  void divergenceIsAResult() {
    Run run = trial(new SGD(0.1), 100, 50).run();
    History history = run.history();
    assertThat(history.end()).isEqualTo(History.End.DIVERGED);
    assertThat(history.divergedAt()).hasValue(history.steps() + 1);
    double[] loss = history.loss();
    assertThat(Double.isFinite(loss[loss.length - 1])).isFalse();
    assertThat(Arrays.stream(loss).limit(loss.length - 1)).allMatch(Double::isFinite);
    assertThat(history.epochs()).isEqualTo((int) history.steps() + 1).isLessThan(100);
    assertThat(history.toString()).endsWith("diverged at step " + (history.steps() + 1));
  }

  @Test
  void aTrainingThatEndsWellDidNotDiverge() {
    History history = trial(new Adam(), 3, 20).run().history();
    assertThat(history.end()).isEqualTo(History.End.COMPLETED);
    assertThat(history.divergedAt()).isEmpty();
    assertThat(history.steps()).isEqualTo(9);
  }

  @Test
  void lossAndMetricsOfAnEpochAreMeansOverSamples() {
    Dataset data = absoluteValue(50, 1);
    var fit = new Fit(new SGD(0.05), Loss.MSE, 1, 20).shuffle(false).metrics(Loss.MAE, Loss.MSE);
    var trial = new Trial(HINGES, data, fit, 7);
    var trainer = new Trainer(trial.initial(), fit);
    double squares = 0;
    double absolutes = 0;
    for (int first = 0; first < 50; first += 20) {
      int last = Math.min(first + 20, 50);
      SimpleMatrix x = data.inputs().rows(first, last);
      SimpleMatrix y = data.targets().rows(first, last);
      SimpleMatrix residuals = trainer.network().predict(x).minus(y);
      squares += residuals.elementMult(residuals).elementSum();
      absolutes += residuals.elementPower(2).elementPower(0.5).elementSum();
      trainer.step(new DMatrixRMaj(x.getDDRM()), new DMatrixRMaj(y.getDDRM()));
    }
    Run run = trial.run();
    assertThat(run.history().loss()[0]).isCloseTo(squares / 50, within(1e-12));
    assertThat(run.history().metric(Loss.MAE)[0]).isCloseTo(absolutes / 50, within(1e-12));
    assertThat(run.history().metric(Loss.MSE)).isEqualTo(run.history().loss());
    assertThat(run.network()).isEqualTo(trainer.network());
  }

  @Test
  void aBatchLargerThanTheDataIsTheWholeData() {
    Run whole = trial(new Adam(), 5, 50).run();
    assertThat(trial(new Adam(), 5, Integer.MAX_VALUE).run().network()).isEqualTo(whole.network());
    assertThat(whole.history().steps()).isEqualTo(5);
  }

  @Test
  void eachSeedDrawsDataOfItsOwn() {
    var model = Sequential.of(2, new Dense(1));
    var fit = new Fit(new SGD(), Loss.MSE, 1, 10);
    var trial = new Trial(model, euclideanDistance(20, Distribution.NORMAL), fit, 64);
    assertThat(trial.dataset()).isEqualTo(trial.dataset());
    assertThat(LongStream.range(0, 128).mapToObj(seed -> trial.seed(seed).dataset()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aProblemThatDrawsAnotherShapeThanItSaysIsRefused() {
    Problem oneLess =
        new Problem() {
          @Override
          public int samples() {
            return 21;
          }

          @Override
          public int features() {
            return 1;
          }

          @Override
          public int outputs() {
            return 1;
          }

          @Override
          public Dataset draw(UniformRandomProvider random) {
            return absoluteValue(20, 1);
          }
        };
    assertThatIllegalArgumentException()
        .isThrownBy(trial(new Adam(), 1, 7).data(oneLess)::run)
        .withMessage("drawn inputs must be (21 x 1), a row for each sample. Received: (20 x 1)");
  }

  @Test
  void aTrialOnDrawnDataIsTheTrialOnWhatItDraws() {
    var model = Sequential.of(2, new Dense(3, Activation.RELU), new Dense(1));
    var fit = new Fit(new Adam(), Loss.MSE, 3, 7);
    var trial = new Trial(model, euclideanDistance(20, Distribution.DISK), fit, 5);
    assertThat(trial.run().network())
        .isEqualTo(new Trial(model, trial.dataset(), fit, 5).run().network());
  }

  @Test
  void aCallbackHearsOfEachEpoch() {
    var losses = new ArrayList<Double>();
    var networks = new ArrayList<Network>();
    Run run =
        trial(new Adam(), 4, 20)
            .run(
                epoch -> {
                  losses.add(epoch.loss());
                  networks.add(epoch.network());
                  assertThat(epoch.number()).isEqualTo(losses.size());
                  assertThat(epoch.epochs()).isEqualTo(4);
                });
    assertThat(losses.stream().mapToDouble(Double::doubleValue).toArray())
        .isEqualTo(run.history().loss());
    assertThat(networks).hasSize(4).doesNotHaveDuplicates().endsWith(run.network());
  }

  @Test
  void oneThingChangesAndTheRestStays() {
    Trial trial = trial(new SGD(0.1, 0.9), 3, 7);
    var fit = trial.fit();
    assertThat(trial.layers(new Dense(1)))
        .isEqualTo(new Trial(Sequential.of(1, new Dense(1)), trial.data(), fit, 7));
    assertThat(trial.data(absoluteValue(9, 1)))
        .isEqualTo(new Trial(HINGES, absoluteValue(9, 1), fit, 7));
    assertThat(trial.hiddenUnits(4).model())
        .isEqualTo(Sequential.of(1, new Dense(4, Activation.RELU), new Dense(1)));
    assertThat(trial.optimizer(new Adam()))
        .isEqualTo(trial.fit(new Fit(new Adam(), Loss.MSE, 3, 7)));
    assertThat(trial.learningRate(0.5))
        .isEqualTo(trial.fit(new Fit(new SGD(0.5, 0.9), Loss.MSE, 3, 7)));
    var uniform = new RandomUniform(-0.5, 0.5);
    assertThat(trial.uniformStart(0.5)).isEqualTo(trial.kernels(uniform, uniform));
  }
}
