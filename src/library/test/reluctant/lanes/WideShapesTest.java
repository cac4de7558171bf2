package reluctant.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.ChildJvm;
import reluctant.arithmetic.Lanes;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Layers of any shape give the same bits in all trainers, whatever tiles they are cut into. */
class WideShapesTest {

  private static final int TRIALS = 60;
  private static final int MOST = 70;
  private static final long FIRST = 128;

  /** Two groups of the longest vectors, one of them with a single network. */
  private static final int NETWORKS = 9;

  @TempDir private Path folder;

  @Test
  void lanesGiveTheBitsOfTheReadableTrainer() {
    for (Lanes lanes : List.of(Lanes.fastest(), Lanes.SCALAR)) {
      assertThat(differences(lanes)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32})
  void narrowerVectorsDoToo(int bytes) throws IOException {
    var options = "--add-modules jdk.incubator.vector -XX:MaxVectorSize=" + bytes;
    Path file = Files.writeString(folder.resolve("options"), options);
    Process child = ChildJvm.start(WideShapesTest.class, List.of(), "@" + file);
    String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(told).endsWith("vectors of " + bytes / Double.BYTES + ": []\n");
  }

  /** Prints the trials that have other bits in this JVM's vectors. */
  public static void main(String[] arguments) {
    System.out.print(Lanes.fastest() + ": " + differences(Lanes.fastest()) + "\n");
  }

  private static List<Trial> differences(Lanes lanes) {
    var different = new ArrayList<Trial>();
    for (int number = 0; number < TRIALS; number++) {
      Trial trial = trial(new Random(number));
      List<Run> runs = Lockstep.run(trial, FIRST, NETWORKS, lanes);
      for (int i = 0; i < NETWORKS; i += NETWORKS - 1) {
        if (!runs.get(i).equals(trial.seed(FIRST + i).run())) {
          different.add(trial);
        }
      }
    }
    return different;
  }

  private static Trial trial(Random random) {
    int inputs = size(random);
    var layers = new ArrayList<Layer>();
    int outputs = inputs;
    for (int i = random.nextInt(3); i >= 0; i--) {
      outputs = i == 0 && random.nextBoolean() ? 1 : size(random);
      var activation = List.of(Activation.RELU, Activation.LINEAR, Activation.TANH);
      boolean linear = i == 0 && random.nextBoolean();
      Activation f = linear ? Activation.LINEAR : activation.get(random.nextInt(3));
      layers.add(new Dense(outputs, f).useBias(random.nextInt(4) > 0));
    }
    int samples = 1 + random.nextInt(50);
    var data =
        new Dataset("noise", noise(random, samples, inputs), noise(random, samples, outputs));
    Loss loss = random.nextInt(4) > 0 ? Loss.MSE : Loss.MAE;
    var fit = new Fit(new Adam(0.01), loss, 2, 1 + random.nextInt(40));
    return new Trial(new Sequential(inputs, layers), data, fit, 0);
  }

  /** Small as often as large. */
  private static int size(Random random) {
    return 1 + random.nextInt(random.nextBoolean() ? 8 : MOST);
  }

  private static SimpleMatrix noise(Random random, int rows, int columns) {
    var matrix = new SimpleMatrix(rows, columns);
    for (int i = 0; i < matrix.getNumElements(); i++) {
      // Some zeros of both signs, whose products and sums have signs too.
      double sign = random.nextBoolean() ? 1 : -1;
      matrix.set(i, random.nextInt(5) == 0 ? 0.0 * sign : random.nextDouble() * sign);
    }
    return matrix;
  }
}
