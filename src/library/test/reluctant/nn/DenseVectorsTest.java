package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import reluctant.vectors.Matrices;

/** Wide layers have the bits of plain loops, whatever their shape and numbers. */
class DenseVectorsTest {

  private static final int SHAPES = 150;
  private static final int WIDEST = 150;

  private static final double[] ODD = {
    0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    1e-310,
    Double.MAX_VALUE
  };

  /** In a JVM of its own: prints the width of a vector and which shapes have other bits. */
  public static void main(String[] arguments) {
    System.out.println(width() + " " + shapesWithOtherBits());
  }

  static int width() {
    Matrices vectors = Matrices.IN_VECTORS;
    return vectors == null ? 0 : vectors.width();
  }

  @Test
  void haveTheBitsOfPlainLoops() {
    assumeTrue(width() > 0, "This JVM has no vectors.");
    assertThat(shapesWithOtherBits()).isEmpty();
  }

  @Test
  void tellHowManyNumbersTheyTake() {
    assumeTrue(width() > 0, "This JVM has no vectors.");
    var wide = new DenseVectors(Objects.requireNonNull(Matrices.IN_VECTORS), 10, 12);
    assertThat(wide.load(new double[150], 3)).isEqualTo(120);
  }

  private static List<String> shapesWithOtherBits() {
    return LongStream.range(0, SHAPES)
        .mapToObj(seed -> shapeWithOtherBits(new SplittableRandom(seed)))
        .filter(shape -> !shape.isEmpty())
        .toList();
  }

  /** Returns nothing where the bits are the same. */
  private static String shapeWithOtherBits(SplittableRandom random) {
    boolean isWide = random.nextBoolean();
    int inputs = 1 + random.nextInt(isWide ? WIDEST : 20);
    int units = 1 + random.nextInt(isWide ? WIDEST : 20);
    Matrices vectors = Matrices.IN_VECTORS;
    if (vectors == null || Math.max(inputs, units) < vectors.width()) {
      return "";
    }
    int most = 1 + random.nextInt(40);
    var wide = new DenseVectors(vectors, inputs, units);
    // Several batches: none must depend on what another one leaves.
    for (int samples : new int[] {most, 1 + random.nextInt(most), most}) {
      var batch = new Batch(inputs, units, samples, random);
      // Unlike ==, this tells -0 from 0 and finds NaN equal to NaN.
      if (!Arrays.deepEquals(batch.in(wide, vectors.width()), batch.inLoops())) {
        return samples + " samples, " + inputs + " inputs, " + units + " units";
      }
    }
    return "";
  }

  /** A batch, and what is computed for it: Z, dL/dK, dL/db and dL/dX. */
  private static final class Batch {
    private final int inputs;
    private final int units;
    private final int samples;
    private final int offset;
    private final double[] parameters;
    private final double[] bias;
    private final DMatrixRMaj x;
    private final DMatrixRMaj delta;

    Batch(int inputs, int units, int samples, SplittableRandom random) {
      this.inputs = inputs;
      this.units = units;
      this.samples = samples;
      double oddness = random.nextBoolean() ? 0 : 0.02 * random.nextDouble();
      offset = random.nextInt(3);
      parameters = numbers(offset + inputs * units, oddness, random);
      bias = numbers(units, oddness, random);
      x = new DMatrixRMaj(samples, inputs, true, numbers(samples * inputs, oddness, random));
      delta = new DMatrixRMaj(samples, units, true, numbers(samples * units, oddness, random));
    }

    double[][] in(DenseVectors wide, int room) {
      var z = new double[samples * units + room];
      var gradient = new double[parameters.length + units];
      var ofInput = new DMatrixRMaj(1, samples * inputs + room);
      wide.load(parameters, offset);
      wide.forward(x.data, bias, z, samples);
      int size = wide.kernelGradient(x, delta, gradient, offset);
      wide.biasGradient(delta, gradient, offset + size);
      wide.inputGradient(delta, ofInput);
      return new double[][] {
        Arrays.copyOf(z, samples * units), gradient, Arrays.copyOf(ofInput.data, samples * inputs)
      };
    }

    double[][] inLoops() {
      double[] kernel = Arrays.copyOfRange(parameters, offset, parameters.length);
      var z = new double[samples * units];
      var gradient = new double[parameters.length + units];
      var ofInput = new DMatrixRMaj(samples, inputs);
      DenseLoops.forward(x.data, kernel, bias, z, samples);
      DenseLoops.kernelGradient(x, delta, gradient, offset);
      DenseLoops.biasGradient(delta, gradient, parameters.length);
      DenseLoops.inputGradient(delta, kernel, ofInput);
      return new double[][] {z, gradient, ofInput.data};
    }
  }

  private static double[] numbers(int count, double oddness, SplittableRandom random) {
    var numbers = new double[count];
    Arrays.setAll(
        numbers,
        i ->
            random.nextDouble() < oddness
                ? ODD[random.nextInt(ODD.length)]
                : random.nextDouble(-1, 1));
    return numbers;
  }
}
