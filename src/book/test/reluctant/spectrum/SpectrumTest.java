package reluctant.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.amplitudeSpectrum;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.data.AmplitudeSpectrum;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.GivenRun;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.train.Run;

class SpectrumTest {

  /** Three ReLUs at equal angles for each complex bin, two for each real one; N is even. */
  private static Run hexagons(AmplitudeSpectrum problem) {
    int size = problem.size();
    int bins = problem.outputs();
    SimpleMatrix dft = problem.dft().matrix();
    int units = 3 * (bins - 2) + 4;
    var kernel = new double[size][units];
    for (int t = 0; t < size; t++) {
      int unit = 0;
      for (int bin = 0; bin < bins; bin++) {
        boolean real = bin == 0 || bin == bins - 1;
        int directions = real ? 2 : 3;
        for (int i = 0; i < directions; i++) {
          double angle = 2 * Math.PI * i / directions;
          kernel[t][unit++] =
              dft.get(t, bin) * Math.cos(angle) + dft.get(t, bins + bin) * Math.sin(angle);
        }
      }
    }
    return GivenRun.fitted(problem, kernel, new double[units]);
  }

  @ParameterizedTest
  @CsvSource({"8, 0.00382", "16, 0.00549"})
  void theFloorIsThatOfHexagonsInEachComplexBin(int size, double floor) {
    assertThat(Spectrum.floor(size)).isCloseTo(floor, within(5e-6));
    Run run = hexagons(amplitudeSpectrum(10_000, size));
    assertThat(Fvu.of(run)).isCloseTo(floor, within(0.04 * floor));
    assertThat(Spectrum.stuckBins(run)).isZero();
    double[] bins = Fvu.perOutput(run.network(), run.trial().dataset());
    for (int bin = 0; bin < bins.length; bin++) {
      boolean real = bin == 0 || bin == bins.length - 1;
      assertThat(bins[bin]).isCloseTo(real ? 0 : 0.00814, within(real ? 1e-20 : 7e-4));
    }
  }

  @Test
  void aBinWithoutAUnitIsStuck() {
    var problem = amplitudeSpectrum(2000, 8);
    double[][] kernel = hexagons(problem).network().kernel(0).toArray2();
    for (double[] row : kernel) {
      row[4] = 0; // The last of the three units of bin 1.
    }
    Run run = GivenRun.fitted(problem, kernel, new double[kernel[0].length]);
    assertThat(Spectrum.stuckBins(run)).isEqualTo(1);
    double[] bins = Fvu.perOutput(run.network(), run.trial().dataset());
    assertThat(bins[1]).isGreaterThan(0.2);
    assertThat(bins[2]).isLessThan(0.01);
  }

  @Test
  void aSquarePyramidInOneOfManyBinsIsStuck() {
    var problem = amplitudeSpectrum(2000, 16);
    double[][] kernel = hexagons(problem).network().kernel(0).toArray2();
    SimpleMatrix dft = problem.dft().matrix();
    var bias = new double[kernel[0].length];
    bias[4] = 10; // The last unit of bin 1 becomes a linear term, between the other two.
    for (int t = 0; t < 16; t++) {
      kernel[t][2] = dft.get(t, 1);
      kernel[t][3] = dft.get(t, 9 + 1);
      kernel[t][4] = (kernel[t][2] + kernel[t][3]) / 2;
    }
    Run run = GivenRun.fitted(problem, kernel, bias);
    assertThat(Fvu.perOutput(run.network(), run.trial().dataset())[1]).isBetween(0.035, 0.05);
    assertThat(Fvu.of(run)).isLessThan(0.01);
    assertThat(Spectrum.stuckBins(run)).isEqualTo(1);
  }

  @Test
  void unitsAreSharedOutAmongTheBinsTheyListenTo() {
    Run run = hexagons(amplitudeSpectrum(100, 8));
    int[] binOfUnit = {0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4};
    SimpleMatrix shares = Spectrum.shares(run.network());
    for (int unit = 0; unit < binOfUnit.length; unit++) {
      for (int bin = 0; bin < 5; bin++) {
        double share = bin == binOfUnit[unit] ? 1 : 0;
        assertThat(shares.get(unit, bin)).isCloseTo(share, within(1e-12));
      }
    }
    var impulse = new double[8][1];
    impulse[3][0] = 5; // An impulse has as much of all 8 frequencies, of which bins 1 to 3 have 2.
    double[] even =
        Spectrum.shares(GivenRun.fitted(amplitudeSpectrum(100, 8), impulse, 0).network())
            .getDDRM()
            .data;
    assertThat(even).containsExactly(new double[] {0.125, 0.25, 0.25, 0.25, 0.125}, within(1e-12));
  }

  @Test
  void otherProblemsAreRefused() {
    Run abs = GivenRun.of(Sequential.of(1, new Dense(1)), absoluteValue(5, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spectrum.stuckBins(abs))
        .withMessageStartingWith("the trial's data must be an amplitudeSpectrum. Received: ");
    assertThatIllegalArgumentException().isThrownBy(() -> Spectrum.floor(2));
  }
}
