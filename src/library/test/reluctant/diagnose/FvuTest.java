package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.data.Problems;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class FvuTest {

  private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{0}, {1}, {2}, {3}});

  private static Network line(double slope, double bias) {
    var layer =
        new Dense(1).kernelInitializer(Given.row(slope)).biasInitializer(new Constant(bias));
    return Sequential.of(1, layer).initialize(0);
  }

  /**
   * Of y = x^2 at 0, 1, 2, 3 the best line is 3 x - 1, off by 1, -1, -1, 1 where y varies by 49.
   */
  @Test
  void theBestLineLeavesItsFraction() {
    var squares = new Dataset("squares", X, X.elementMult(X));
    assertThat(Fvu.ofLeastSquares(squares)).isCloseTo(4 / 49.0, within(1e-14));
    var lines = new Dataset("lines", X, X.scale(-3).plus(1));
    assertThat(Fvu.ofLeastSquares(lines)).isCloseTo(0, within(1e-28));
    var few = new Dataset("few", new SimpleMatrix(2, 5).plus(1), X.rows(0, 2));
    assertThat(Fvu.ofLeastSquares(few)).isCloseTo(1, within(1e-14));
  }

  @Test
  void itIsZeroForTheTruthAndOneForTheMean() {
    var data = new Dataset("line", X, X.scale(2).plus(5));
    assertThat(Fvu.of(line(2, 5), data)).isZero();
    assertThat(Fvu.of(line(0, 8), data)).isEqualTo(1);
    assertThat(Fvu.of(line(0, 9), data)).isCloseTo(1 + 1 / 5.0, within(1e-15));
  }

  @Test
  void outputsAreWeighedByTheirVariance() {
    var y = new SimpleMatrix(new double[][] {{0, 0}, {1, 10}, {2, 20}, {3, 30}});
    var layer = new Dense(2).kernelInitializer(Given.row(0, 10)).biasInitializer(Given.row(1.5, 0));
    Network network = Sequential.of(1, layer).initialize(0);
    var data = new Dataset("two lines", X, y);
    assertThat(Fvu.perOutput(network, data)).containsExactly(1, 0);
    assertThat(Fvu.of(network, data)).isCloseTo(1 / 101.0, within(1e-15));
  }

  @Test
  void targetsThatDoNotVaryLeaveNothingToExplain() {
    var data = new Dataset("constant", X, X.scale(0).plus(1));
    assertThat(Fvu.of(line(0, 2), data)).isInfinite();
    assertThat(Fvu.of(line(0, 1), data)).isNaN();
  }

  @Test
  void theBestOfSomeRunsLeavesTheLeast() {
    var fit = new Fit(new SGD(0.1), Loss.MSE, 1, 2);
    var trial = new Trial(Sequential.of(1, new Dense(1)), Problems.absoluteValue(8, 1), fit, 0);
    var runs = Sweep.of(trial).seeds(0, 6).runs();
    double[] all = runs.stream().mapToDouble(Fvu::of).sorted().toArray();
    assertThat(Fvu.of(Fvu.best(runs))).isEqualTo(all[0]).isLessThan(all[5]);
    assertThat(Fvu.of(Fvu.worst(runs))).isEqualTo(all[5]);
    assertThatThrownBy(() -> Fvu.best(List.of()))
        .hasMessage("the number of runs must be at least 1. Received: 0");
  }
}
