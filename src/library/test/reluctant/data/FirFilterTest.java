package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.firFilter;

import org.apache.commons.math3.util.MathArrays;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reluctant.nn.RandomStream;

class FirFilterTest {

  private static final double[] TAPS = {0.5, -1, 0.25, 2};

  private static Dataset draw(FirFilter filter) {
    return filter.draw(RandomStream.DATA.of(1));
  }

  @ParameterizedTest
  @EnumSource
  void targetsAreTheConvolution(Signal signal) {
    Dataset data = draw(firFilter(50, signal, TAPS));
    double[] newest = data.inputs().getColumn(0).getDDRM().data;
    double[] reference = MathArrays.convolve(newest, TAPS);
    for (int t = 3; t < 50; t++) {
      assertThat(data.targets().get(t)).isCloseTo(reference[t], within(1e-13));
      assertThat(data.inputs().get(t, 3)).isEqualTo(newest[t - 3]);
    }
  }

  /** Variance and the correlation of neighbours: that of sinusoids is the mean of cos(2 pi f). */
  @ParameterizedTest
  @CsvSource({"WHITE, 0", "AR1, 0.95", "SINUSOIDS, 0.4385"})
  void signalsHaveTheirStatistics(Signal signal, double correlation) {
    SimpleMatrix x = draw(firFilter(200_000, signal, 0, 1)).inputs();
    SimpleMatrix products = x.getColumn(0).elementMult(x.getColumn(1));
    double variance = x.getColumn(0).elementPower(2).elementSum() / 200_000;
    assertThat(x.getColumn(0).elementSum() / 200_000).isCloseTo(0, within(0.05));
    assertThat(variance).isCloseTo(1, within(0.03));
    assertThat(products.elementSum() / 200_000 / variance).isCloseTo(correlation, within(0.01));
  }

  @Test
  void noiseIsAddedToTheTargetsAlone() {
    Dataset quiet = draw(firFilter(100_000, Signal.WHITE, TAPS));
    Dataset noisy = draw(firFilter(100_000, Signal.WHITE, TAPS).noise(0.3));
    SimpleMatrix noise = noisy.targets().minus(quiet.targets());
    assertThat(noisy.inputs().isIdentical(quiet.inputs(), 0)).isTrue();
    assertThat(noise.elementPower(2).elementSum() / 100_000).isCloseTo(0.09, within(0.002));
    assertThat(noise.dot(quiet.targets()) / 100_000).isCloseTo(0, within(0.01));
  }

  @Test
  void aFilterKeepsItsTaps() {
    double[] taps = {1, 2};
    FirFilter filter = firFilter(3, Signal.WHITE, taps);
    taps[0] = 99;
    filter.taps()[1] = 99;
    assertThat(filter.taps()).containsExactly(1, 2);
  }

  @Test
  void eachSettingMakesADifference() {
    FirFilter filter = firFilter(3, Signal.WHITE, 1, 2);
    assertThat(filter).isEqualTo(firFilter(3, Signal.WHITE, 1, 2).noise(0));
    assertThat(filter).isNotEqualTo(firFilter(4, Signal.WHITE, 1, 2));
    assertThat(filter).isNotEqualTo(firFilter(3, Signal.AR1, 1, 2));
    assertThat(filter).isNotEqualTo(firFilter(3, Signal.WHITE, 1, 3));
    assertThat(filter).isNotEqualTo(filter.noise(1));
  }
}
