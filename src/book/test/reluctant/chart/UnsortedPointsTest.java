package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Signal.WHITE;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.data.Dataset;
import reluctant.depth.DepthFigures;
import reluctant.figures.Figures;
import reluctant.linear.LinearFigures;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

/** A line over numbers goes from left to right, in whatever order the points come. */
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(longs = {1, 2, 3, 4})
@interface Shuffled {}

class UnsortedPointsTest {
  private static final Fit SHORT = new Fit(new Adam(0.01), MSE, 3, 8);

  @Shuffled
  void aPredictionOverShuffledData(long seed) {
    Dataset data = shuffled(absoluteValue(300, 5), seed);
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    Run run = new Trial(model, data, SHORT, 7).run();
    Chart chart = Figures.predictions(run);
    linesAscend(chart);
    JsonNode line = chart.json().at("/data/0");
    for (int i = 0; i < line.path("x").size(); i++) {
      double x = line.path("x").get(i).asDouble();
      assertThat(line.path("y").get(i).asDouble()).isCloseTo(Math.abs(x), within(1e-4));
    }
    linesAscend(Figures.predictions(List.of(run, run), any -> "a"));
  }

  private static Dataset shuffled(Dataset data, long seed) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < data.samples(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    var inputs = new SimpleMatrix(data.samples(), 1);
    var targets = new SimpleMatrix(data.samples(), 1);
    for (int i = 0; i < data.samples(); i++) {
      inputs.set(i, data.inputs().get(order.get(i)));
      targets.set(i, data.targets().get(order.get(i)));
    }
    return new Dataset("shuffled", inputs, targets);
  }

  @Shuffled
  void whatDependsOnDepthAndNoiseAndEpoch(long seed) {
    var random = new Random(seed);
    var depths = new ArrayList<>(List.of(1, 2, 5, 9, 20));
    Collections.shuffle(depths, random);
    linesAscend(DepthFigures.bornDead(List.of(1, 3), depths, 0, 20));
    var runs = new ArrayList<Run>();
    for (double noise : new double[] {0.01, 0.1, 0.5, 1}) {
      var filter = firFilter(40, WHITE, 0.5, -0.25).noise(noise);
      runs.add(new Trial(Sequential.of(2, new Dense(1)), filter, SHORT, 0).run());
    }
    Collections.shuffle(runs, random);
    linesAscend(LinearFigures.noiseFloor(runs));
    var epochs = new ArrayList<Epoch>();
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    new Trial(model, absoluteValue(8, 1), SHORT, 0).run(epochs::add);
    Collections.shuffle(epochs, random);
    linesAscend(Figures.weightPath(epochs, 0));
  }

  private static void linesAscend(Chart chart) {
    for (JsonNode trace : chart.json().path("data")) {
      if (trace.path("mode").asText().contains("lines")) {
        double[] x =
            StreamSupport.stream(trace.path("x").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        assertThat(x).isSorted();
      }
    }
  }
}
