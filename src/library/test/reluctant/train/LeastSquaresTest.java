package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.dft;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.oneRelu;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.Dataset;
import reluctant.data.FirFilter;
import reluctant.data.LeastSquares;
import reluctant.data.Problem;
import reluctant.data.Signal;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;

class LeastSquaresTest {

  private static final double[] TAPS = {0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, 0.8};

  private static Dataset draw(Problem problem) {
    return problem.draw(RandomStream.DATA.of(2));
  }

  @Test
  void tapsAndMatrixAreFound() {
    for (Signal signal : List.of(Signal.WHITE, Signal.AR1)) {
      var best = LeastSquares.of(draw(firFilter(500, signal, TAPS)));
      assertThat(best.mse()).isLessThan(1e-25);
      assertThat(best.kernel().minus(new SimpleMatrix(TAPS)).elementMaxAbs()).isLessThan(1e-12);
      assertThat(best.bias().elementMaxAbs()).isLessThan(1e-12);
    }
    var best = LeastSquares.of(draw(dft(100, 8)), false);
    assertThat(best.kernel().minus(dft(100, 8).matrix()).elementMaxAbs()).isLessThan(1e-12);
  }

  @Test
  void sinusoidsLeaveTheTapsOpen() {
    var best = LeastSquares.of(draw(firFilter(500, Signal.SINUSOIDS, TAPS)), false);
    assertThat(best.mse()).isLessThan(1e-25);
    assertThat(best.kernel().minus(new SimpleMatrix(TAPS)).normF()).isGreaterThan(0.1);
    assertThat(best.kernel().normF()).isLessThan(new SimpleMatrix(TAPS).normF());
    assertThat(best.conditionNumber()).isInfinite();
    // Three sinusoids span six directions, whose longest and shortest axis are known by the SVD.
    double[] lengths =
        draw(firFilter(500, Signal.SINUSOIDS, TAPS)).inputs().svd().getSingularValues();
    double ratio = lengths[0] / lengths[5];
    assertThat(best.spannedConditionNumber())
        .isCloseTo(ratio * ratio, within(1e-6 * ratio * ratio));
  }

  @Test
  void conditionNumbersAreThoseOfTheCorrelations() {
    var white = LeastSquares.of(draw(firFilter(500, Signal.WHITE, TAPS)));
    assertThat(white.spannedConditionNumber()).isEqualTo(white.conditionNumber());
    assertThat(LeastSquares.of(draw(firFilter(50_000, Signal.WHITE, TAPS))).conditionNumber())
        .isBetween(1.0, 1.1);
    var correlations = new SimpleMatrix(8, 8);
    for (int i = 0; i < 64; i++) {
      correlations.set(i / 8, i % 8, Math.pow(0.95, Math.abs(i / 8 - i % 8)));
    }
    double expected = correlations.conditionP2();
    assertThat(LeastSquares.of(draw(firFilter(200_000, Signal.AR1, TAPS)), false).conditionNumber())
        .isCloseTo(expected, within(0.03 * expected));
  }

  @Test
  void nothingNearbyIsBetter() {
    FirFilter filter = firFilter(100, Signal.WHITE, TAPS).noise(0.5);
    Dataset data = draw(filter);
    var best = LeastSquares.of(data);
    var model = Sequential.of(8, new Dense(1));
    double[] numbers = new double[9];
    System.arraycopy(best.kernel().getDDRM().data, 0, numbers, 0, 8);
    numbers[8] = best.bias().get(0);
    Gradient gradient = Gradient.of(new Network(model, numbers), Loss.MSE, data);
    assertThat(gradient.loss()).isCloseTo(best.mse(), within(1e-14)).isBetween(0.15, 0.3);
    for (double slope : gradient.parameters()) {
      assertThat(slope).isCloseTo(0, within(1e-13));
    }
  }

  @Test
  void fewerSamplesThanInputsGiveTheSmallestKernelThatFits() {
    var x = new SimpleMatrix(new double[][] {{3, 4}});
    var best = LeastSquares.of(new Dataset("one", x, SimpleMatrix.filled(1, 1, 5)), false);
    assertThat(best.kernel().get(0)).isCloseTo(0.6, within(1e-15));
    assertThat(best.kernel().get(1)).isCloseTo(0.8, within(1e-15));
    assertThat(best.bias().get(0)).isZero();
    assertThat(best.conditionNumber()).isInfinite();
    assertThat(best.learningRateLimit()).isCloseTo(1 / 25.0, within(1e-15));
  }

  static List<Problem> problems() {
    return List.of(
        firFilter(300, Signal.WHITE, TAPS),
        firFilter(300, Signal.AR1, TAPS).noise(0.1),
        dft(200, 8),
        oneRelu(50, 2, 1, 0.5));
  }

  /** The error grows or shrinks by |1 - 2 share|, 1.04 or 0.96, in each step. */
  @ParameterizedTest
  @MethodSource("problems")
  void gradientDescentDivergesJustAboveTheLimit(Problem problem) {
    Dataset data = draw(problem);
    var best = LeastSquares.of(data);
    assertThat(excess(data, best, 0.98)).isLessThan(1);
    assertThat(excess(data, best, 1.02)).isGreaterThan(1e6);
  }

  private static double excess(Dataset data, LeastSquares best, double share) {
    var model = Sequential.of(data.features(), new Dense(data.outputs()));
    var sgd = new SGD(share * best.learningRateLimit());
    var fit = new Fit(sgd, Loss.MSE, 600, data.samples());
    double[] loss = new Trial(model, data, fit, 1).run().history().loss();
    return (loss[599] - best.mse()) / (loss[0] - best.mse());
  }
}
