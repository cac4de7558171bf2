package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.data.Problems.dft;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.nn.RandomStream;

class SpectrumProblemsTest {

  private static Complex[] fft(SimpleMatrix signal) {
    var fft = new FastFourierTransformer(DftNormalization.UNITARY);
    return fft.transform(signal.getDDRM().data, TransformType.FORWARD);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 64})
  void aReferenceGivesTheSame(int size) {
    Dataset data = dft(20, size).draw(RandomStream.DATA.of(1));
    Dataset amplitudes = amplitudeSpectrum(20, size).draw(RandomStream.DATA.of(1));
    int bins = size / 2 + 1;
    assertThat(amplitudes.inputs().isIdentical(data.inputs(), 0)).isTrue();
    assertThat(data.targets().getNumCols()).isEqualTo(2 * bins);
    assertThat(amplitudes.targets().getNumCols()).isEqualTo(bins);
    for (int i = 0; i < 20; i++) {
      Complex[] spectrum = fft(data.inputs().extractVector(true, i));
      for (int k = 0; k < bins; k++) {
        assertThat(data.targets().get(i, k)).isCloseTo(spectrum[k].getReal(), within(1e-13));
        assertThat(data.targets().get(i, bins + k))
            .isCloseTo(spectrum[k].getImaginary(), within(1e-13));
        assertThat(amplitudes.targets().get(i, k)).isCloseTo(spectrum[k].abs(), within(1e-13));
      }
    }
  }

  @Test
  void anOddSizeFollowsTheDefinition() {
    Dataset data = dft(3, 5).draw(RandomStream.DATA.of(2));
    assertThat(data.targets().getNumCols()).isEqualTo(6);
    for (int k = 0; k < 3; k++) {
      double re = 0;
      double im = 0;
      for (int t = 0; t < 5; t++) {
        re += data.inputs().get(1, t) * Math.cos(2 * Math.PI * k * t / 5);
        im -= data.inputs().get(1, t) * Math.sin(2 * Math.PI * k * t / 5);
      }
      assertThat(data.targets().get(1, k)).isCloseTo(re / Math.sqrt(5), within(1e-14));
      assertThat(data.targets().get(1, 3 + k)).isCloseTo(im / Math.sqrt(5), within(1e-14));
    }
  }

  @Test
  void realBinsHaveNoImaginaryPartAtAll() {
    SimpleMatrix y = dft(50, 16).draw(RandomStream.DATA.of(3)).targets();
    assertThat(y.getColumn(9).elementMaxAbs()).isZero();
    assertThat(y.getColumn(17).elementMaxAbs()).isZero();
    assertThat(y.getColumn(10).elementMaxAbs()).isPositive();
  }

  @Test
  void aToneHasOneBin() {
    var tone = new SimpleMatrix(1, 8);
    for (int t = 0; t < 8; t++) {
      tone.set(t, Math.cos(2 * Math.PI * 3 * t / 8 + 0.7));
    }
    SimpleMatrix spectrum = amplitudeSpectrum(1, 8).targets(tone);
    for (int k = 0; k < 5; k++) {
      assertThat(spectrum.get(k)).isCloseTo(k == 3 ? Math.sqrt(2) : 0, within(1e-14));
    }
  }

  @Test
  void aSignalOfOnesOwnHasItsAmplitudes() {
    double[] amplitudes = amplitudeSpectrum(1, 4).amplitudes(1, -1, 1, -1);
    assertThat(amplitudes).containsExactly(0, 0, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> amplitudeSpectrum(1, 4).amplitudes(1, 2, 3))
        .withMessage("signal must have 4 numbers. Received: 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dft(1, 4).targets(new SimpleMatrix(2, 3)))
        .withMessage("x must be (2 x 4), a row for each sample. Received: (2 x 3)");
  }
}
