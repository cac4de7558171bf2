package reluctant.spectrum;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.ColorScale;
import reluctant.chart.Extended;
import reluctant.chart.Palette;
import reluctant.chart.Panels;
import reluctant.data.AmplitudeSpectrum;
import reluctant.data.Dataset;
import reluctant.data.Distribution;
import reluctant.data.Waveform;
import reluctant.diagnose.Fvu;
import reluctant.nn.Network;
import reluctant.pyramid.RegularPolygon;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** The workbook's figures of networks that learn the amplitude spectrum. */
public final class SpectrumFigures {

  private SpectrumFigures() {}

  /**
   * Draws what a network predicts for some signals beside their true spectra, a panel for each.
   *
   * @param network a network of N inputs and N/2 + 1 outputs
   * @param waves signals of N numbers, at least one
   * @return the figure
   */
  public static Chart spectra(Network network, Waveform... waves) {
    Require.present("network", network);
    Require.each("waves", Arrays.asList(Require.present("waves", waves)));
    Require.atLeast("the number of waves", waves.length, 1);
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < waves.length; i++) {
      traces.addAll(spectrum(i, network, waves[i]));
    }
    Chart chart = Panels.chart("Predicted spectra", waves.length, traces);
    return Panels.axes(
            chart,
            waves.length,
            i -> Panels.titled("bin, " + waves[i].name()),
            i -> Panels.titled(Panels.once("amplitude", i, waves.length)))
        .sharedScale()
        .alt(
            Arrays.stream(waves)
                .map(wave -> wave.name() + ", off by at most " + worst(network, wave))
                .collect(
                    Collectors.joining(
                        "; ", "True spectra as bars, predictions as points: ", ".")));
  }

  private static List<Trace> spectrum(int i, Network network, Waveform wave) {
    double[] truth = truth(wave);
    Object[] bins = IntStream.range(0, truth.length).boxed().toArray();
    double[] bin = IntStream.range(0, truth.length).asDoubleStream().toArray();
    var grey = Marker.builder().color(Palette.DATA).build();
    var blue = Marker.builder().color(Palette.color(0)).size(9).build();
    var points =
        ScatterTrace.builder(bin, network.predict(wave.values()))
            .mode(ScatterTrace.Mode.MARKERS)
            .marker(blue)
            .name("predicted")
            .build();
    return List.of(
        Panels.in(i, BarTrace.builder(bins, truth).name("true").marker(grey).build())
            .legendGroup("true")
            .showLegend(i == 0),
        Panels.in(i, points).legendGroup("predicted").showLegend(i == 0));
  }

  private static double[] truth(Waveform wave) {
    return new AmplitudeSpectrum(1, wave.values().length).amplitudes(wave.values());
  }

  private static String worst(Network network, Waveform wave) {
    double[] truth = truth(wave);
    double[] predicted = network.predict(wave.values());
    double worst =
        IntStream.range(0, truth.length)
            .mapToDouble(bin -> Math.abs(predicted[bin] - truth[bin]))
            .max()
            .orElse(0);
    return format("%.2g", worst);
  }

  /**
   * Draws what each bin of some networks leaves unexplained of fresh samples, beside what a hexagon
   * leaves and the limit up to which a bin is learnt.
   *
   * @param runs networks to compare, all of one size, at least one
   * @param fresh samples that they did not learn from
   * @return the figure
   */
  public static Chart bins(List<Run> runs, Dataset fresh) {
    Require.present("fresh", fresh);
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    var traces = new ArrayList<Trace>();
    int bins = fresh.outputs();
    for (int i = 0; i < runs.size(); i++) {
      double[] fvu = Fvu.perOutput(runs.get(i).network(), fresh);
      traces.add(
          ScatterTrace.builder(IntStream.range(0, bins).asDoubleStream().toArray(), fvu)
              .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
              .marker(Marker.builder().color(Palette.color(i)).size(9).build())
              .line(Line.builder().color(Palette.color(i)).dash(Line.Dash.DOT).build())
              .name(label(runs.get(i)))
              .build());
    }
    traces.addAll(levels(0, bins - 1));
    var layout =
        Layout.builder("What each bin leaves unexplained")
            .xAxis(Axis.builder().title("bin").build())
            .yAxis(Panels.powersOfTen("variance unexplained"))
            .build();
    return Chart.of(layout, traces.toArray(Trace[]::new))
        .alt(
            runs.stream()
                .map(run -> label(run) + ": " + inWords(Fvu.perOutput(run.network(), fresh)))
                .collect(
                    Collectors.joining("; ", "Fraction of variance unexplained by bin. ", ".")));
  }

  private static String label(Run run) {
    int stuck = Spectrum.stuckBins(run);
    return "seed " + run.trial().seed() + ", " + (stuck == 0 ? "learnt" : stuck + " stuck");
  }

  private static List<Trace> levels(double from, double to) {
    return List.of(
        level("hexagon", from, to, RegularPolygon.HEXAGON.fvu(Distribution.NORMAL), Line.Dash.DASH),
        level("limit", from, to, Spectrum.LARGEST_FVU, Line.Dash.SOLID));
  }

  private static Trace level(String name, double from, double to, double y, Line.Dash dash) {
    return ScatterTrace.builder(new double[] {from, to}, new double[] {y, y})
        .mode(ScatterTrace.Mode.LINE)
        .line(Line.builder().color(Palette.DATA).dash(dash).width(1.5).build())
        .name(name)
        .build();
  }

  private static String inWords(double[] fvu) {
    return Arrays.stream(fvu)
        .mapToObj(value -> format("%.2g", value))
        .collect(Collectors.joining(", "));
  }

  /**
   * Draws which bins the hidden units listen to, see {@link Spectrum#shares}, a panel for each run.
   * The units are sorted by bin, so that the steps show how many each bin has.
   *
   * @param runs networks to compare, at least one
   * @return the figure
   */
  public static Chart listeners(List<Run> runs) {
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < runs.size(); i++) {
      traces.add(listeners(i, runs.get(i).network()).showScale(i == runs.size() - 1));
    }
    Chart chart = Panels.chart("Which bins a unit listens to", runs.size(), traces);
    return Panels.axes(
            chart,
            runs.size(),
            i -> Panels.titled("bin, " + label(runs.get(i))),
            i -> Panels.titled(Panels.once("hidden unit, sorted", i, runs.size())))
        .alt(
            runs.stream()
                .map(run -> label(run) + ": " + unitsInWords(run.network()))
                .collect(
                    Collectors.joining(
                        "; ", "Shares of units' kernels by bin. Units that listen most to ", ".")));
  }

  private static Extended listeners(int panel, Network network) {
    SimpleMatrix shares = Spectrum.shares(network);
    double[][] sorted =
        Arrays.stream(shares.toArray2())
            .sorted(Comparator.comparingDouble(SpectrumFigures::middle))
            .toArray(double[][]::new);
    Object[] bins = IntStream.range(0, shares.getNumCols()).boxed().toArray();
    Object[] units = IntStream.range(0, shares.getNumRows()).boxed().toArray();
    return Panels.in(panel, HeatmapTrace.builder(bins, units, sorted).build())
        .colorScale(ColorScale.BLUES)
        .colorRange(0, 1)
        .colorBar("share")
        .hover("bin", "hidden unit", "share");
  }

  private static double middle(double[] shares) {
    return IntStream.range(0, shares.length).mapToDouble(bin -> bin * shares[bin]).sum();
  }

  private static String unitsInWords(Network network) {
    double[][] shares = Spectrum.shares(network).toArray2();
    var counts = new int[shares[0].length];
    for (double[] unit : shares) {
      int most = 0;
      for (int bin = 1; bin < unit.length; bin++) {
        most = unit[bin] > unit[most] ? bin : most;
      }
      counts[most]++;
    }
    return IntStream.range(0, counts.length)
        .mapToObj(bin -> "bin " + bin + ", " + counts[bin])
        .collect(Collectors.joining(", "));
  }
}
