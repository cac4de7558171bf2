package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Inputs.at;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.formula;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.SIGMOID;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.MAE;
import static reluctant.train.Loss.MSE;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reluctant.data.Problem;
import reluctant.diagnose.Diagnosis.Finding;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.ExponentialDecay;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.History;
import reluctant.train.Run;
import reluctant.train.Trial;

/** What is seen of a run's steps: too large, too few, or not done. */
class BudgetsTest {

  private static final Problem LINE = formula("2 x + 1", at(1, 2, 3, 4, 35));

  private static Trial line(Optimizer optimizer, int epochs) {
    return new Trial(Sequential.of(1, new Dense(1)), LINE, new Fit(optimizer, MSE, epochs, 5), 0);
  }

  private static Trial abs(double limit, Optimizer optimizer, int epochs) {
    var model = Sequential.of(1, new Dense(4, RELU), new Dense(1));
    return new Trial(model, absoluteValue(64, limit), new Fit(optimizer, MSE, epochs, 32), 0);
  }

  /** A run that did nothing, with a history of its own. */
  private static Run with(Trial trial, double... loss) {
    var none = new double[loss.length];
    var end = History.End.COMPLETED;
    return new Run(
        trial,
        trial.initial(),
        new History(trial, loss, new double[0], none, new double[0][], end, loss.length));
  }

  @Test
  void aDivergedRunSaysWhenAndWhichRateIsStable() {
    assertThat(Diagnosis.of(line(new SGD(0.05), 1000).run()).toString())
        .matches(
            "It diverged at step \\d+: its numbers are not finite\\.\n"
                + "Its steps are too large: at the start, gradient descent is stable below a"
                + " learning rate of 0\\.00398, and 0\\.05 is 12\\.6 times that\\.");
  }

  /** lambda is 502.6 here: the limit is 0.00398, and 1.5 times that is surely too large. */
  @Test
  void stepsAreTooLargeAboveTheStableLimit() {
    double limit = LargeSteps.limit(line(new SGD(), 1));
    assertThat(LargeSteps.of(line(new SGD(1.49 * limit), 1).run())).isEmpty();
    assertThat(LargeSteps.of(line(new SGD(1.51 * limit), 1).run())).isPresent();
    assertThat(LargeSteps.limit(line(new SGD(0.1, 0.5), 1))).isEqualTo(1.5 * limit);
    assertThat(LargeSteps.limit(line(new SGD(0.1, 0.5, true), 1))).isEqualTo(0.75 * limit);
    var decay = new SGD().learningRate(new ExponentialDecay(1, 1, 0.1));
    assertThat(LargeSteps.limit(line(decay, 1))).isEqualTo(limit);
    assertThat(LargeSteps.limit(line(new Adam(), 1))).isInfinite();
    Trial straight = line(new SGD(), 1);
    assertThat(LargeSteps.limit(straight.fit(straight.fit().loss(MAE)))).isInfinite();
  }

  /** Gradient descent on the line falls below each limit and grows above. */
  @Test
  void theLimitIsWhereDescentDiverges() {
    for (SGD sgd : new SGD[] {new SGD(1), new SGD(1, 0.5), new SGD(1, 0.5, true)}) {
      double limit = LargeSteps.limit(line(sgd, 1));
      double[] below = line(sgd.learningRate(0.98 * limit), 400).run().history().loss();
      double[] above = line(sgd.learningRate(1.02 * limit), 400).run().history().loss();
      assertThat(below[399]).isLessThan(below[0]);
      assertThat(above[399]).isGreaterThan(above[0]);
    }
  }

  @Test
  void aLossBouncesThatChangesByAFifthOfItself() {
    Trial trial = line(new Adam(), 20);
    assertThat(LargeSteps.of(with(trial, bouncing(0.11))).map(Finding::sentence))
        .hasValue("Its loss bounces, by 22 % of its mean from epoch to epoch in the last half.");
    assertThat(LargeSteps.of(with(trial, bouncing(0.09)))).isEmpty();
  }

  private static double[] bouncing(double by) {
    return IntStream.range(0, 20).mapToDouble(i -> i % 2 == 0 ? 1 + by : 1 - by).toArray();
  }

  @Test
  void aRunMovesWhoseLossFallsByOnePerCentInTheLastHalf() {
    Trial trial = abs(1, new SGD(0.01), 20).hiddenActivation(TANH);
    assertThat(Symptom.of(with(trial, falling(0.011)))).isEqualTo(Symptom.STILL_MOVING);
    assertThat(Symptom.of(with(trial, falling(0.009)))).isEqualTo(Symptom.ELSEWHERE);
    assertThat(Diagnosis.of(with(trial, falling(0.5))).toString())
        .startsWith("It still moves: its loss fell by 50 % over the last half of its epochs.\n")
        .contains("\nIt has not learnt: ");
  }

  /** From 1 at the middle to 1 - by at the end. */
  private static double[] falling(double by) {
    return IntStream.range(0, 20).mapToDouble(i -> i < 12 ? 1 : 1 - by * (i - 11) / 8).toArray();
  }

  /** 2 steps of 0.01 in each of 100 epochs: a bias can go 2, a tenth of a spread of 20. */
  @Test
  void inputsMaySpreadFurtherThanABiasCanGo() {
    assertThat(Travel.all(abs(1, new Adam(0.01), 100))).isEqualTo(2);
    Run far = abs(1000, new Adam(0.01), 100).run();
    assertThat(Diagnosis.of(far).toString())
        .containsPattern(
            "\nA bias moves by hardly more than 2 in all its steps, and what it is to shift spreads"
                + " over \\d+: no kink can follow inputs of this scale\\.");
    assertThat(Diagnosis.of(abs(10, new Adam(0.01), 100).run()).has(Symptom.OUT_OF_REACH))
        .isFalse();
    assertThat(Travel.of(abs(1000, new Adam(0.01), 10_000_000))).isEmpty();
    assertThat(Travel.of(abs(1000, new SGD(0.01), 100))).isEmpty();
    var decay = new Adam(0.01).learningRate(new ExponentialDecay(0.01, 1, 0.5));
    assertThat(Travel.all(abs(1, decay, 100))).isCloseTo(0.02, within(1e-12));
  }

  @Test
  void targetsMayLieBeyondTheLastActivation() {
    var model = Sequential.of(1, new Dense(4, RELU), new Dense(1, SIGMOID));
    var fit = new Fit(new Adam(0.01), MSE, 100, 32);
    var far = new Trial(model, formula("x^2", grid(-2, 2, 5)), fit, 0);
    assertThat(Travel.of(far).map(Finding::sentence))
        .hasValue(
            "Its targets are out of reach: the last activation gives 0 to 1, and 2 of 5 targets lie"
                + " outside.");
    assertThat(Travel.of(far.data(formula("x^2", grid(-1, 1, 5))))).isEmpty();
  }
}
