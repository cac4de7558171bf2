package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reluctant.vectors.Matrices;

/** ReLU over a batch is ReLU of each number, in plain loops and in vectors. */
class ActivationLoopsTest {

  private static final int MOST = 40;

  private static final double[] NUMBERS = {
    0,
    -0.0,
    1.5,
    -1.5,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    1e-310,
    -1e-310,
    Double.MAX_VALUE
  };

  private final SplittableRandom random = new SplittableRandom(1);

  private double[] numbers() {
    var numbers = new double[MOST];
    Arrays.setAll(numbers, i -> NUMBERS[random.nextInt(NUMBERS.length)]);
    return numbers;
  }

  private interface Loops {
    void forward(double[] z, double[] h, int count);

    void backward(double[] h, double[] delta, int count);
  }

  private static final class Plain implements Loops {
    @Override
    public void forward(double[] z, double[] h, int count) {
      ActivationLoops.forward(Activation.RELU, z, h, count);
    }

    @Override
    public void backward(double[] h, double[] delta, int count) {
      ActivationLoops.backward(Activation.RELU, h, h, delta, count);
    }
  }

  private record InVectors(Matrices vectors) implements Loops {
    @Override
    public void forward(double[] z, double[] h, int count) {
      vectors.rectify(z, h, count);
    }

    @Override
    public void backward(double[] h, double[] delta, int count) {
      vectors.rectifySlope(h, delta, count);
    }
  }

  @Test
  void reluIsThatOfEachNumber() {
    assertRelu(new Plain());
  }

  @Test
  void reluIsThatOfEachNumberInVectors() {
    Matrices vectors = Matrices.IN_VECTORS;
    if (vectors == null) {
      abort("This JVM has no vectors.");
    } else {
      assertRelu(new InVectors(vectors));
    }
  }

  private void assertRelu(Loops loops) {
    for (int count = 0; count <= MOST; count++) {
      double[] z = numbers();
      double[] h = numbers();
      double[] delta = numbers();
      double[] expected = h.clone();
      double[] expectedDelta = delta.clone();
      for (int i = 0; i < count; i++) {
        expected[i] = Activation.RELU.value(z[i]);
        expectedDelta[i] = expected[i] == 0 ? 0 : delta[i];
      }
      loops.forward(z, h, count);
      loops.backward(h, delta, count);
      assertThat(h).containsExactly(expected);
      assertThat(delta).containsExactly(expectedDelta);
    }
  }
}
