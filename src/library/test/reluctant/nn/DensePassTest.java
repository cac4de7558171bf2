package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.vectors.Matrices;

/** A layer computes what its formula says, and one that is wide the same bits in vectors. */
class DensePassTest {

  private static final int OFFSET = 2;
  private static final int BATCH = 5;

  @Test
  void aLayerGoesForwardAndBack() {
    LayerPass pass = new DensePass(new Dense(2, Activation.RELU), 2, BATCH);
    pass.load(new double[] {99, 1, 2, 3, -4, 0.5, 1}, 1);
    DMatrixRMaj h = pass.forward(new DMatrixRMaj(new double[][] {{1, 1}, {2, -1}}));
    assertThat(pass.preActivations().data).startsWith(4.5, -1, -0.5, 9);
    assertThat(h.numRows).isEqualTo(2);
    assertThat(h.data).startsWith(4.5, 0, 0, 9);
    double[] gradient = {99, 9, 9, 9, 9, 9, 9};
    var delta = new DMatrixRMaj(new double[][] {{10, 20}, {30, 40}});
    DMatrixRMaj ofInput = pass.backward(delta, gradient, 1, true);
    assertThat(gradient).containsExactly(99, 10, 80, 10, -40, 10, 40);
    assertThat(ofInput.numRows).isEqualTo(2);
    assertThat(ofInput.data).startsWith(10, 30, 80, -160);
  }

  private static DMatrixRMaj numbers(int rows, int columns, SplittableRandom random) {
    var numbers = new DMatrixRMaj(rows, columns);
    Arrays.setAll(numbers.data, i -> random.nextDouble(-1, 1));
    return numbers;
  }

  /** What it gives of batches whose sizes change: Z, H, dL/dX and the gradient. */
  private static double[][] results(LayerPass pass, Dense layer, int inputs) {
    var random = new SplittableRandom(1);
    int parameters = OFFSET + (inputs + 1) * layer.units();
    pass.load(numbers(1, parameters, random).data, OFFSET);
    return Arrays.stream(new int[] {BATCH, 2, 3})
        .boxed()
        .flatMap(
            samples -> {
              DMatrixRMaj x = numbers(samples, inputs, random);
              DMatrixRMaj delta = numbers(samples, layer.units(), random);
              double[] h = used(pass.forward(x));
              double[] z = used(pass.preActivations());
              var gradient = new double[parameters];
              double[] ofInput = used(pass.backward(delta, gradient, OFFSET, true));
              return Arrays.stream(new double[][] {z, h, ofInput, gradient});
            })
        .toArray(double[][]::new);
  }

  /** The numbers of a matrix without the room behind them. */
  private static double[] used(DMatrixRMaj matrix) {
    return Arrays.copyOf(matrix.data, matrix.getNumElements());
  }

  @ParameterizedTest
  @CsvSource({"8, 24, true", "24, 8, false", "2, 65, true", "65, 1, true", "64, 64, false"})
  void aWideLayerHasTheSameBits(int inputs, int units, boolean useBias) {
    assumeTrue(Matrices.IN_VECTORS != null, "This JVM has no vectors.");
    Matrices vectors = Objects.requireNonNull(Matrices.IN_VECTORS);
    for (Activation activation : new Activation[] {Activation.RELU, Activation.TANH}) {
      Dense layer = new Dense(units, activation).useBias(useBias);
      double[][] plain = results(new DensePass(layer, inputs, BATCH), layer, inputs);
      double[][] wide = results(new WideDensePass(layer, vectors, inputs, BATCH), layer, inputs);
      assertThat(wide).isDeepEqualTo(plain);
    }
  }

  @Test
  void aPenaltyHasBothItsParts() {
    var kernel = new DMatrixRMaj(new double[][] {{3, -4}});
    assertThat(new L1L2(0.5, 2).penalty(kernel)).isEqualTo(0.5 * 7 + 2 * 25);
    assertThat(L1L2.l1(0.5)).isEqualTo(new L1L2(0.5, 0));
    assertThat(L1L2.l2(0.5)).isEqualTo(new L1L2(0, 0.5)).hasToString("new L1L2(0.0, 0.5)");
  }

  @Test
  void aConstraintCutsWhatIsNegative() {
    var kernel = new DMatrixRMaj(new double[][] {{3, -4, -0.0, 0}});
    Constraint.NON_NEGATIVE.apply(kernel);
    assertThat(kernel.data).containsExactly(3, 0, 0, 0);
  }
}
