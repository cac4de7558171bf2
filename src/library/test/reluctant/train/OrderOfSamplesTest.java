package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;

/** Which samples come when: seen by a loss that writes down the targets it is given. */
class OrderOfSamplesTest {

  private static final class Recorder implements Loss {
    final List<Integer> targets = new ArrayList<>();
    final List<Double> predictions = new ArrayList<>();

    @Override
    public double value(double target, double prediction) {
      targets.add((int) target);
      predictions.add(prediction);
      return 0;
    }

    @Override
    public double slope(double target, double prediction) {
      return 1;
    }
  }

  private static Recorder train(long seed, int epochs, boolean shuffle) {
    var x = new SimpleMatrix(10, 1);
    var y = new SimpleMatrix(10, 1);
    for (int i = 0; i < 10; i++) {
      x.set(i, 0, i);
      y.set(i, 0, i);
    }
    var recorder = new Recorder();
    var model = Sequential.of(1, new Dense(1).kernelInitializer(Initializer.ZEROS));
    var fit = new Fit(new SGD(1), recorder, epochs, 4).shuffle(shuffle);
    new Trial(model, new Dataset("count", x, y), fit, seed).run();
    return recorder;
  }

  @Test
  void unshuffledSamplesKeepTheirOrder() {
    List<Integer> order = IntStream.range(0, 10).boxed().toList();
    assertThat(train(7, 1, false).targets).isEqualTo(order);
  }

  @Test
  void shuffledSamplesFollowTheSeedsStream() {
    assertThat(train(7, 2, true).targets)
        .containsExactly(5, 2, 3, 0, 6, 7, 1, 9, 4, 8, 5, 8, 6, 3, 0, 1, 4, 7, 9, 2);
    assertThat(train(64, 1, true).targets).containsExactly(7, 9, 6, 0, 4, 2, 1, 3, 8, 5);
  }

  @Test
  void blocksOf64SeedsShareTheirOrder() {
    assertThat(train(0, 3, true).targets).isEqualTo(train(63, 3, true).targets);
    assertThat(train(0, 3, true).targets).isNotEqualTo(train(64, 3, true).targets);
    assertThat(train(-1, 3, true).targets).isEqualTo(train(-64, 3, true).targets);
  }

  @Test
  void aBatchIsPredictedBeforeItsStepAndTheLastOneIsRagged() {
    // Unshuffled, with slope 1 and rate 1: w and b fall by the batch's mean of x and by 1.
    assertThat(train(7, 1, false).predictions)
        .containsExactly(
            0.0, 0.0, 0.0, 0.0, // w = 0, b = 0
            -7.0, -8.5, -10.0, -11.5, // w = -1.5, b = -1
            -58.0, -65.0); // w = -7, b = -2
  }
}
