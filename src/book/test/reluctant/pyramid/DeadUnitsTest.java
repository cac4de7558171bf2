package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.nn.Activation.LEAKY_RELU;
import static reluctant.nn.Activation.RELU;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.diagnose.GivenRun;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.PReLU;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class DeadUnitsTest {
  private static final double[] EVEN = {0, 120, 240};

  private static Run run(double... bias) {
    return GivenRun.directions(euclideanDistance(1000, NORMAL), EVEN, bias);
  }

  @Test
  void aReluThatIsNeverActiveIsDeadInEachSense() {
    Run dead = run(-10, 0, 0);
    assertThat(DeadUnits.areInactive(dead)).isTrue();
    assertThat(DeadUnits.arePassive(dead)).isTrue();
    assertThat(DeadUnits.areUseless(dead)).isTrue();
    Run alive = run(0, 0, 0);
    assertThat(DeadUnits.areInactive(alive)).isFalse();
    assertThat(DeadUnits.arePassive(alive)).isFalse();
    assertThat(DeadUnits.areUseless(alive)).isFalse();
    assertThat(DeadUnits.activeBelow(0.6).of(alive)).isTrue();
    assertThat(DeadUnits.activeBelow(0.6).name()).isEqualTo("a unit active below 0.6");
  }

  @Test
  void aLeakyUnitPassesAGradientThoughItMayBeOfNoUse() {
    var hidden =
        new Dense(2, LEAKY_RELU)
            .kernelInitializer(Given.of(new double[][] {{1, 0}, {0, 1}}))
            .biasInitializer(new Constant(-10));
    var last = new Dense(1).kernelInitializer(Given.column(1, 1e-4));
    Run run = GivenRun.of(Sequential.of(2, hidden, last), euclideanDistance(500, NORMAL));
    assertThat(DeadUnits.areInactive(run)).isTrue();
    assertThat(DeadUnits.arePassive(run)).isFalse();
    assertThat(DeadUnits.areUseless(run)).isTrue();
  }

  /** Keras' PReLU begins as a ReLU, and one of slope .25 always passes a gradient. */
  @Test
  void theSlopeOfAPReluIsTheOneThatItLearnt() {
    var hidden =
        new Dense(2)
            .kernelInitializer(Given.of(new double[][] {{1, 0}, {0, 1}}))
            .biasInitializer(new Constant(-10));
    var flat = Sequential.of(2, hidden, new PReLU(), new Dense(1));
    var leaky = Sequential.of(2, hidden, new PReLU(new Constant(0.25)), new Dense(1));
    var data = euclideanDistance(500, NORMAL);
    assertThat(DeadUnits.arePassive(GivenRun.of(flat, data))).isTrue();
    assertThat(DeadUnits.arePassive(GivenRun.of(leaky, data))).isFalse();
  }

  @Test
  void whatWasSilentBeforeIsFollowedToTheEnd() {
    assertThat(Waking.of(run(0, 0, 0))).isEqualTo(Waking.NONE_SILENT);
    assertThat(Waking.of(run(-10, 0, 0))).isEqualTo(Waking.ASLEEP);
    assertThat(Waking.inLayer(1).name()).isEqualTo("silent units of layer 1");
  }

  /** The first layer turns about, so that what lies behind it is reached. */
  @Test
  void aUnitOfTheSecondLayerMayWake() {
    var first = new Dense(3, RELU);
    var trial =
        new Trial(
            Sequential.of(2, first, new Dense(3, RELU), new Dense(1)),
            euclideanDistance(100, NORMAL),
            new Fit(new Adam(0.01), Loss.MSE, 40, 32),
            0);
    var counted = Sweep.of(trial).seeds(0, 64).outcomes(Waking.inLayer(1)).run();
    assertThat(counted.count(Waking.AWAKE)).isPositive();
    assertThat(counted.count(Waking.ASLEEP)).isPositive();
    assertThat(counted.count(Waking.NONE_SILENT)).isPositive();
  }

  @Test
  void howAunitBeginsIsReadOffItsWeights() {
    var hidden =
        new Dense(3, RELU)
            .kernelInitializer(Given.of(new double[][] {{3, 3, 3}, {4, 4, 4}}))
            .biasInitializer(Given.row(0, -99, 0));
    var last = new Dense(1).kernelInitializer(Given.column(1, -4.9, -5.1));
    Run run = GivenRun.of(Sequential.of(2, hidden, last), euclideanDistance(50, NORMAL));
    assertThat(UnitStart.of(run, 0)).isEqualTo(UnitStart.LIFTS);
    assertThat(UnitStart.of(run, 1)).isEqualTo(UnitStart.LOWERS_WEAKLY);
    assertThat(UnitStart.of(run, 2)).isEqualTo(UnitStart.LOWERS_STRONGLY);
    assertThat(UnitStart.negative(run)).isEqualTo(2);
    var runs = List.of(run, run);
    assertThat(UnitStart.LIFTS.dead(runs)).isEqualTo(new Rate(0, 2));
    assertThat(UnitStart.LOWERS_WEAKLY.dead(runs)).isEqualTo(new Rate(2, 2));
  }
}
