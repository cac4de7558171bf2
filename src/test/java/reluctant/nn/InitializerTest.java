package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class InitializerTest {

  private static double[] draw(Initializer initializer, int rows, int columns) {
    var matrix = new DMatrixRMaj(rows, columns);
    initializer.fill(matrix, RandomStream.PARAMETERS.of(7));
    return matrix.data;
  }

  @Test
  void glorotUniformFillsItsRange() {
    double limit = Math.sqrt(6.0 / (250 + 400));
    double[] draws = draw(Initializer.GLOROT_UNIFORM, 250, 400);
    assertThat(Arrays.stream(draws).min().orElseThrow()).isCloseTo(-limit, within(1e-4 * limit));
    assertThat(Arrays.stream(draws).max().orElseThrow()).isCloseTo(limit, within(1e-4 * limit));
    assertThat(Arrays.stream(draws)).allMatch(draw -> Math.abs(draw) <= limit);
  }

  @Test
  void glorotLimitOfTheAbsoluteValueNetworks() {
    // sqrt(6 / (1 + 2)) for 2 units; the widest of many small draws comes near it.
    double widest = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      double[] kernel = Sequential.of(1, new Dense(2)).initialize(seed).parameters();
      widest = Math.max(widest, Math.max(Math.abs(kernel[0]), Math.abs(kernel[1])));
    }
    assertThat(widest).isLessThanOrEqualTo(Math.sqrt(2)).isCloseTo(Math.sqrt(2), within(1e-3));
  }
}
