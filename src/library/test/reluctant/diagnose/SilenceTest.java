package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Distribution.normal;
import static reluctant.data.Problems.euclideanDistance;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Gradient;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class SilenceTest {

  private static final double[] EVEN = {0, 120, 240};

  /** Units of length 1 with these biases: -10 is silent on normal points, -2 is not. */
  private static Run run(double... bias) {
    return GivenRun.directions(euclideanDistance(500, NORMAL), EVEN, bias);
  }

  @Test
  void silentUnitsAreFollowedToALaterEpoch() {
    Run before = run(-10, -10, 0);
    assertThat(Silence.later(List.of(before), List.of(before), 0)).isEqualTo(new Silence(2, 0, 0));
    Run after = run(-10, -2, 0);
    assertThat(Silence.later(List.of(before), List.of(after), 0)).isEqualTo(new Silence(2, 1, 0));
    assertThat(Silence.later(List.of(after, before), List.of(before, after), 0))
        .isEqualTo(new Silence(3, 1, 0));
  }

  @Test
  void itSaysHowFarTheirWeightsMoved() {
    Run before = run(-10, 0, 0);
    Run turned =
        GivenRun.directions(euclideanDistance(500, NORMAL), new double[] {90, 0, 240}, -10.0, 0, 0);
    assertThat(Silence.later(List.of(before), List.of(turned), 0))
        .isEqualTo(new Silence(1, 0, 1))
        .hasToString("1 silent units, 0 of them awake, moved by at most 1.0");
  }

  @Test
  void theFirstRunWithAUnitThatCameBackIsFound() {
    Run silent = run(-10, 0, 0);
    Run awake = run(0, 0, 0);
    assertThat(Silence.risen(List.of(silent, silent), List.of(silent, awake), 0)).contains(awake);
    assertThat(Silence.risen(List.of(awake), List.of(silent), 0)).isEmpty();
  }

  @Test
  void otherSamplesMayReachASilentUnit() {
    var runs = List.of(run(-10, -10, 0));
    var far = new SimpleMatrix(new double[][] {{0, 0}, {11, 0}});
    assertThat(Silence.elsewhere(runs, 0, far)).isEqualTo(new Silence(2, 1, 0));
  }

  @Test
  void aSilentUnitHasNoSlopeAndALivingOneHas() {
    assertThat(Silence.steepest(run(-10, 0, 0), 0, Loss.MAE)).isZero();
    assertThat(Silence.steepest(run(0, 0, 0), 0, Loss.MAE)).isZero();
    Run nearly = run(-2.5, 0, 0);
    assertThat(Units.of(nearly).isDead(0)).isTrue();
    assertThat(Gradient.of(nearly.network(), Loss.MAE, nearly.trial().dataset()).kernel(0).get(0))
        .isNotZero();
  }

  /** Points ten times as wide reach a unit that -10 keeps silent, and move it. */
  @Test
  void freshSamplesMayMoveASilentUnit() {
    var model = run(-10, 0, 0).trial().model();
    var fit = new Fit(new SGD(0.01), Loss.MSE, 1, 100);
    Run silent = new Trial(model, euclideanDistance(100, NORMAL), fit.epochs(1), 0).run();
    var same = Silence.afterFresh(List.of(silent), 0, fit, euclideanDistance(20, NORMAL), 50);
    assertThat(same).isEqualTo(new Silence(1, 0, 0));
    var wide = Silence.afterFresh(List.of(silent), 0, fit, euclideanDistance(20, normal(9, 9)), 50);
    assertThat(wide.silent()).isEqualTo(1);
    assertThat(wide.farthest()).isGreaterThan(0.01);
    assertThat(Silence.afterFresh(List.of(run(0, 0, 0)), 0, fit, euclideanDistance(20, NORMAL), 5))
        .isEqualTo(new Silence(0, 0, 0));
  }

  @Test
  void otherSeedsAreRefused() {
    Run run = run(0, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Silence.later(List.of(run), List.of(run, run), 0))
        .withMessageContaining("the same seeds")
        .withMessageEndingWith("Received: 1 and 2 runs");
    assertThatIllegalArgumentException().isThrownBy(() -> new Silence(1, 2, 0));
  }
}
