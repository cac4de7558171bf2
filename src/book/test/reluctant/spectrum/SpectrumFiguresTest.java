package reluctant.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.chart.Chart;
import reluctant.data.Dataset;
import reluctant.data.Waveform;
import reluctant.diagnose.Fvu;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class SpectrumFiguresTest {
  private static final Trial TRIAL =
      new Trial(
          Sequential.of(8, new Dense(13, Activation.RELU), new Dense(5)),
          amplitudeSpectrum(100, 8),
          new Fit(new Adam(0.02), MSE, 20, 32),
          0);
  private static final List<Epoch> EPOCHS = new ArrayList<>();
  private static final Run RUN = TRIAL.run(EPOCHS::add);
  private static final Dataset FRESH = amplitudeSpectrum(200, 8).draw(RandomStream.DATA.of(-1));

  private static JsonNode trace(Chart chart, int index) {
    return chart.json().path("data").path(index);
  }

  @Test
  void predictedSpectraStandBesideTrueOnes() {
    Waveform tone = Waveform.tone(8, 2);
    Chart chart = SpectrumFigures.spectra(RUN.network(), tone, Waveform.chirp(8, 0, 4));
    assertThat(chart.json().path("data")).hasSize(4);
    assertThat(trace(chart, 0).path("y").get(2).asDouble()).isEqualTo(2);
    assertThat(trace(chart, 1).path("y").get(2).asDouble())
        .isCloseTo(RUN.network().predict(tone.values())[2], within(1e-5));
    assertThat(chart.json().path("layout").path("xaxis2").path("title").path("text").asText())
        .isEqualTo("bin, chirp from 0 to 4");
  }

  @Test
  void binsAreMeasuredOnFreshSamples() {
    Chart chart = SpectrumFigures.bins(List.of(RUN), FRESH);
    double[] fvu = Fvu.perOutput(RUN.network(), FRESH);
    assertThat(trace(chart, 0).path("y").get(3).asDouble()).isCloseTo(fvu[3], within(1e-5));
    assertThat(trace(chart, 1).path("y").get(0).asDouble()).isCloseTo(0.00814, within(1e-5));
    assertThat(trace(chart, 2).path("y").get(0).asDouble()).isEqualTo(0.025);
    assertThat(chart.alt()).contains("seed 0, ").contains(" stuck: ");
  }

  @Test
  void listenersAreSortedByBin() {
    Chart chart = SpectrumFigures.listeners(List.of(RUN));
    JsonNode rows = trace(chart, 0).path("z");
    assertThat(rows).hasSize(13);
    double before = 0;
    for (JsonNode row : rows) {
      double middle = 0;
      double all = 0;
      for (int bin = 0; bin < 5; bin++) {
        middle += bin * row.path(bin).asDouble();
        all += row.path(bin).asDouble();
      }
      assertThat(all).isCloseTo(1, within(1e-5));
      assertThat(middle).isGreaterThanOrEqualTo(before - 1e-5);
      before = middle;
    }
  }

  @Test
  void planesShowEachComplexBinOverItsPlane() {
    Chart chart = BinPlanes.of(TRIAL, EPOCHS);
    assertThat(chart.json().path("data")).hasSize(3);
    JsonNode plane = trace(chart, 1);
    int row = 12;
    double part = plane.path("y").get(row).asDouble();
    assertThat(part).isCloseTo(1.2, within(1e-6));
    // The signal whose bin 2 is 1.2 i: a sine of 2 periods.
    var signal = new double[8];
    for (int t = 0; t < 8; t++) {
      signal[t] = -1.2 * 2 / Math.sqrt(8) * Math.sin(2 * Math.PI * 2 * t / 8);
    }
    assertThat(plane.path("z").path(row).path(8).asDouble())
        .isCloseTo(RUN.network().predict(signal)[2], within(6e-4));
    assertThat(plane.path("contours").path("size").asDouble()).isEqualTo(0.5);
    JsonNode frames = chart.json().path("frames");
    assertThat(frames.path(0).path("name").asText()).isEqualTo("start");
    assertThat(frames.path(frames.size() - 1).path("name").asText()).isEqualTo("epoch 20");
  }

  @Test
  void otherDataAreRefused() {
    var abs =
        new Trial(Sequential.of(1, new Dense(1)), absoluteValue(5, 1), TRIAL.fit().epochs(1), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinPlanes.of(abs, EPOCHS))
        .withMessageStartingWith("the data must be an amplitudeSpectrum. Received: absoluteValue");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpectrumFigures.spectra(RUN.network()))
        .withMessageStartingWith("the number of waves must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> amplitudeSpectrum(1, 8).amplitudes(1, 2))
        .withMessage("signal must have 8 numbers. Received: 2");
  }
}
