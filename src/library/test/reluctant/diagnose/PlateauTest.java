package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.xor;
import static reluctant.train.History.End.COMPLETED;
import static reluctant.train.History.End.STOPPED_EARLY;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.History;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class PlateauTest {

  private static final Trial TRIAL =
      new Trial(Sequential.of(2, new Dense(1)), xor(), new Fit(new SGD(), Loss.MSE, 1, 4), 0);

  private static boolean isMoving(History.End end, double... loss) {
    var history = new History(TRIAL, loss, new double[0], loss, new double[0][], end, loss.length);
    return Plateau.isMoving(new Run(TRIAL, TRIAL.initial(), history));
  }

  /** Two halves of 50 epochs; the means at their ends are of 5 epochs. */
  private static double[] steps(double first, double last) {
    return IntStream.range(0, 100).mapToDouble(i -> i < 90 ? first : last).toArray();
  }

  @Test
  void aFallOfOnePerCentMoves() {
    assertThat(isMoving(COMPLETED, steps(1, 0.98))).isTrue();
    assertThat(isMoving(COMPLETED, steps(1, 0.995))).isFalse();
    assertThat(isMoving(COMPLETED, steps(1, 1.5))).isFalse();
    assertThat(Plateau.fall(steps(2, 1))).isEqualTo(0.5);
  }

  @Test
  void whatEndedOrIsAtZeroRests() {
    assertThat(isMoving(STOPPED_EARLY, steps(1, 0.5))).isFalse();
    assertThat(isMoving(COMPLETED, steps(1, 0))).isFalse();
    assertThat(isMoving(COMPLETED, 1)).isFalse();
    assertThat(isMoving(COMPLETED)).isFalse();
  }
}
