package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.data.Distribution;
import reluctant.depth.DepthFigures;
import reluctant.depth.MeanFlow;
import reluctant.diagnose.Descent;
import reluctant.diagnose.LossLandscape;
import reluctant.figures.Figures;
import reluctant.figures.UnitFigures;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.onerelu.LandscapeFigure;
import reluctant.optimizers.Adam;
import reluctant.pyramid.Surfaces;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** A name may say nothing, or hardly anything: every figure is drawn all the same. */
class EmptyNamesTest {
  private static final Fit BRIEF = new Fit(new Adam(0.01), MSE, 2, 4);
  private static final Trial TRIAL = trial(1, absoluteValue(8, 1));
  private static final Run RUN = TRIAL.run();

  private static Trial trial(int inputs, reluctant.data.Problem data) {
    return new Trial(Sequential.of(inputs, new Dense(2, RELU), new Dense(1)), data, BRIEF, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\u0000", ", "})
  void eachFigureIsDrawn(String name) {
    assertThat(Stream.of(rates(name), runs(name), charts(name)).flatMap(figures -> figures))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            figure -> {
              assertThat(figure.toString()).isNotNull();
              Chart chart = figure instanceof Rates rates ? rates.chart() : (Chart) figure;
              JsonNode json = chart.json();
              assertThat(json.path("data")).isNotEmpty();
              assertThat(json.at("/layout/meta/alt").isTextual()).isTrue();
              for (JsonNode frame : json.path("frames")) {
                assertThat(frame.path("name").asText()).isNotEmpty();
              }
            });
  }

  private static Stream<Object> rates(String name) {
    Rate rate = new Rate(1, 4);
    var sweep = Sweep.of(TRIAL).seeds(0, 4).threads(1);
    var outcomes = sweep.outcomes(run -> name).run();
    var grid = sweep.over(name, List.of(name), (trial, any) -> trial);
    var line = sweep.over(name, List.of(1, 2), Trial::epochs).outcomes(run -> name).run();
    var bars = grid.outcomes(run -> name).run();
    var map = grid.over("b", List.of(name), (trial, any) -> trial).outcomes(run -> name).run();
    var comparison = Comparison.of(name, name, rate);
    assertThat(comparison.table().rowCount()).isEqualTo(1);
    return Stream.of(
        comparison,
        Comparison.of(name, "a", rate).and(name, rate),
        comparison.only(name),
        Comparison.of(name, "a", rate).and(bars, name),
        RateBars.of(name).bar(name, rate).bar("b", rate, 0.5),
        RateBars.of(name, bars, name),
        RateBars.of(name, map, name),
        RateFigure.of(name, name, outcomes).and(name, outcomes).closedForm(any -> 0.5),
        RateCurve.of(name, line, name).closedForm(name, any -> 0.5),
        RateCurve.bySeeds(name, List.of(outcomes), name).scatterAbout(0.5),
        SuccessMap.of(name, map, name));
  }

  private static Stream<Object> runs(String name) {
    var epochs = new ArrayList<Epoch>();
    TRIAL.run(epochs::add);
    var plane = trial(2, euclideanDistance(8, Distribution.NORMAL)).run();
    var line = new Trial(Sequential.of(1, new Dense(1)), absoluteValue(4, 1), BRIEF, 0);
    var landscape = LandscapeFigure.of(name, new LossLandscape(line), 1, name, name);
    return Stream.of(
        Figures.predictions(List.of(RUN), run -> name),
        Figures.predictions(List.of(RUN, RUN), run -> name),
        Figures.losses(List.of(RUN), run -> name),
        Figures.outputWeightsAtStart(List.of(RUN), run -> name),
        Figures.kinks(TRIAL, epochs),
        Surfaces.surfaces(List.of(plane), run -> name, 1),
        UnitFigures.weightArrows(List.of(plane), run -> name),
        landscape.chart(),
        landscape.relief(),
        landscape.descents(Descent.ofSeeds(line, 0, 2), run -> name).chart(),
        DepthFigures.deltas(Map.of(name, MeanFlow.of(plane.trial().model(), xor(), 0, 2))));
  }

  private static Stream<Object> charts(String name) {
    double[] one = {1};
    Object[] names = {name};
    var line = ScatterTrace.builder(one, one).name(name).text(new String[] {name}).build();
    var bars = BarTrace.builder(names, one).name(name).build();
    var heatmap = HeatmapTrace.builder(names, names, new double[][] {{1}}).build();
    var layout = Layout.builder(name, name, name).build();
    return Stream.of(
        Chart.of(layout, line).title(name).alt(name).frame(name, line),
        Chart.of(layout, bars, Extended.of(bars).legendGroup(name)),
        Chart.of(layout, Extended.of(heatmap).colorBar(name).hover(name, name, name)));
  }
}
