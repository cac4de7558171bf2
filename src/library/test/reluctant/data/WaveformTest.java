package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class WaveformTest {

  private static double[] spectrum(Waveform wave) {
    int size = wave.values().length;
    var row = new SimpleMatrix(1, size, true, wave.values());
    return new AmplitudeSpectrum(1, size).targets(row).getDDRM().data;
  }

  private static double meanSquare(Waveform wave) {
    return Arrays.stream(wave.values()).map(x -> x * x).average().orElseThrow();
  }

  @Test
  void aToneOfWholePeriodsIsInOneBin() {
    double[] amplitudes = spectrum(Waveform.tone(8, 2));
    for (int bin = 0; bin < amplitudes.length; bin++) {
      assertThat(amplitudes[bin]).isCloseTo(bin == 2 ? 2 : 0, within(1e-12));
    }
    assertThat(meanSquare(Waveform.tone(8, 2))).isCloseTo(1, within(1e-12));
  }

  @Test
  void aToneBetweenTwoBinsLeaksIntoAll() {
    assertThat(Arrays.stream(spectrum(Waveform.tone(8, 1.5)))).allMatch(a -> a > 0.3);
  }

  @Test
  void aChirpStartsAndEndsAtItsFrequencies() {
    double[] values = Waveform.chirp(1000, 0, 100).values();
    int crossings = 0;
    for (int t = 1; t < 1000; t++) {
      crossings += values[t] * values[t - 1] < 0 ? 1 : 0;
    }
    assertThat(crossings).isEqualTo(100); // 50 periods: the mean of 0 and 100.
    assertThat(values[31] * values[0]).isPositive();
    assertThat(Waveform.chirp(16, 3, 3).values()).isEqualTo(Waveform.tone(16, 3).values());
  }

  @Test
  void noiseIsWhatTheGeneratorGives() {
    Waveform noise = Waveform.noise(10_000, new SplitMix64(1));
    assertThat(meanSquare(noise)).isCloseTo(1, within(0.05));
    assertThat(Waveform.noise(10_000, new SplitMix64(1)).values()).isEqualTo(noise.values());
  }

  @Test
  void namesSayWhatIsSeen() {
    assertThat(Waveform.tone(8, 2)).hasToString("tone of 2 periods");
    assertThat(Waveform.tone(8, 1.5)).hasToString("tone of 1.5 periods");
    assertThat(Waveform.chirp(8, 0, 4)).hasToString("chirp from 0 to 4");
  }

  @Test
  void badNumbersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Waveform.tone(0, 1))
        .withMessage("size must be at least 1. Received: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Waveform.tone(8, Double.NaN))
        .withMessageStartingWith("periods must be ");
  }
}
