package reluctant.spectrum;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.Palette;
import reluctant.chart.Panels;
import reluctant.data.AmplitudeSpectrum;
import reluctant.data.Dft;
import reluctant.diagnose.Fvu;
import reluctant.figures.Frames;
import reluctant.nn.Network;
import reluctant.train.Epoch;
import reluctant.train.Trial;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * What a network gives for each complex bin over that bin's plane, as lines of equal height: the
 * true amplitude would be circles, and three ReLUs make hexagons. All other bins of the signals are
 * 0.
 */
public final class BinPlanes {

  private static final int POINTS = 17;
  private static final int FRAMES = 7;
  private static final double LIMIT = 2.4;
  private static final double LEVEL = 0.5;
  private static final double HIGHEST = 3;

  private final AmplitudeSpectrum problem;
  private final Trial trial;

  private BinPlanes(Trial trial, AmplitudeSpectrum problem) {
    this.trial = trial;
    this.problem = problem;
  }

  /**
   * Draws the planes at the end of a training; they can be played from its start.
   *
   * @param trial what was trained on an {@link AmplitudeSpectrum} of at least 3 numbers
   * @param epochs what a callback collected of its training, at least one
   * @return the figure, with a frame for the start and for some epochs
   */
  public static Chart of(Trial trial, List<Epoch> epochs) {
    Require.each("epochs", epochs);
    AmplitudeSpectrum problem = problem(trial);
    var moments = Frames.of(trial, epochs, FRAMES);
    var planes = new BinPlanes(trial, problem);
    Chart chart = planes.chart(moments.get(moments.size() - 1).network());
    for (Frames.Moment moment : moments) {
      chart = chart.frame(moment.name(), planes.traces(moment.network()).toArray(Trace[]::new));
    }
    return chart;
  }

  private static AmplitudeSpectrum problem(Trial trial) {
    if (Require.present("trial", trial).data() instanceof AmplitudeSpectrum problem) {
      Require.atLeast("the size of the signals", problem.size(), 3);
      return problem;
    }
    throw Require.refusal("the data must be an amplitudeSpectrum. Received: " + trial.data());
  }

  private int complexBins() {
    return (problem.size() - 1) / 2;
  }

  private Chart chart(Network network) {
    String title = "Amplitude over each bin's plane";
    Chart chart = Panels.chart(title, complexBins(), traces(network));
    return Panels.axes(
            chart,
            complexBins(),
            i -> Panels.titled("bin " + (i + 1) + ", real part"),
            i -> Panels.titled(Panels.once("imaginary part", i, complexBins())))
        .equalScales()
        .alt(alt(network));
  }

  private List<Trace> traces(Network network) {
    var traces = new ArrayList<Trace>();
    for (int bin = 1; bin <= complexBins(); bin++) {
      traces.add(plane(network, bin));
    }
    return traces;
  }

  private Trace plane(Network network, int bin) {
    Object[] side = IntStream.range(0, POINTS).mapToObj(BinPlanes::position).toArray();
    SimpleMatrix heights = network.predict(signals(bin));
    var z = new double[POINTS][POINTS];
    for (int row = 0; row < POINTS; row++) {
      for (int column = 0; column < POINTS; column++) {
        z[row][column] = rounded(heights.get(row * POINTS + column, bin));
      }
    }
    return Panels.in(bin - 1, ContourTrace.builder(side, side, z).build())
        .lines(LEVEL, HIGHEST, LEVEL, Palette.color(0))
        .hover("real part", "imaginary part", "predicted amplitude");
  }

  /** More digits than are seen would make the notebook heavy. */
  private static double rounded(double height) {
    return Math.rint(1000 * height) / 1000;
  }

  private static double position(int index) {
    return LIMIT * (2.0 * index / (POINTS - 1) - 1);
  }

  /** Signals whose bin takes each value of the plane and whose other bins are 0. */
  private SimpleMatrix signals(int bin) {
    Dft dft = problem.dft();
    SimpleMatrix matrix = dft.matrix();
    var x = new SimpleMatrix(POINTS * POINTS, problem.size());
    for (int sample = 0; sample < POINTS * POINTS; sample++) {
      double imaginary = position(sample / POINTS);
      double real = position(sample % POINTS);
      for (int t = 0; t < problem.size(); t++) {
        double value = real * matrix.get(t, bin) + imaginary * matrix.get(t, dft.bins() + bin);
        x.set(sample, t, 2 * value); // A column of the matrix has the length sqrt(1/2).
      }
    }
    return x;
  }

  private String alt(Network network) {
    double[] fvu = Fvu.perOutput(network, trial.dataset());
    return Arrays.stream(fvu, 1, complexBins() + 1)
        .mapToObj(value -> format("%.2g", value))
        .collect(
            Collectors.joining(
                ", ",
                "The predicted amplitude over the real and imaginary part of each complex bin, as"
                    + " contours; hexagons where the bin is learnt. Variance unexplained: ",
                "."));
  }
}
