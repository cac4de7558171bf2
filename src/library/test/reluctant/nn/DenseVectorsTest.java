package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.ChildJvm;
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

  private static int width() {
    Matrices vectors = Matrices.IN_VECTORS;
    return vectors == null ? 0 : vectors.width();
  }

  @Test
  void haveTheBitsOfPlainLoops() {
    assumeTrue(width() > 0, "This JVM has no vectors.");
    assertThat(shapesWithOtherBits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void haveThemInNarrowVectors(int width, @TempDir Path folder) throws Exception {
    assumeTrue(width() >= width, "This JVM has no vectors of " + width);
    Path options = folder.resolve("options");
    int bytes = width * Double.BYTES;
    Files.writeString(options, "--add-modules=jdk.incubator.vector -XX:MaxVectorSize=" + bytes);
    Process child = ChildJvm.start(DenseVectorsTest.class, List.of(), "@" + options);
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).endsWith(width + " []" + System.lineSeparator());
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
    var plain = new DenseLoops(inputs, units);
    // Several batches: none must depend on what another one leaves.
    for (int samples : new int[] {most, 1 + random.nextInt(most), most}) {
      long seed = random.nextLong();
      double[][] expected = results(plain, inputs, units, samples, new SplittableRandom(seed));
      double[][] actual = results(wide, inputs, units, samples, new SplittableRandom(seed));
      // Unlike ==, this tells -0 from 0 and finds NaN equal to NaN.
      if (!Arrays.deepEquals(actual, expected)) {
        return samples + " samples, " + inputs + " inputs, " + units + " units";
      }
    }
    return "";
  }

  private static double[][] results(
      DenseArithmetic products, int inputs, int units, int samples, SplittableRandom random) {
    double oddness = random.nextBoolean() ? 0 : 0.02 * random.nextDouble();
    int before = random.nextInt(3);
    double[] parameters = numbers(before + inputs * units, oddness, random);
    double[] x = numbers(samples * inputs, oddness, random);
    double[] delta = numbers(samples * units, oddness, random);
    double[] bias = numbers(units, oddness, random);
    var z = new double[samples * units + products.room()];
    var gradient = new double[before + inputs * units];
    var ofBias = new double[before + units];
    var ofInput = new double[samples * inputs + products.room()];
    products.load(parameters, before);
    products.forward(x, bias, z, samples);
    products.kernelGradient(x, delta, gradient, before, samples);
    products.biasGradient(delta, ofBias, before, samples);
    products.inputGradient(delta, ofInput, samples);
    return new double[][] {
      Arrays.copyOf(z, samples * units), gradient, ofBias, Arrays.copyOf(ofInput, samples * inputs)
    };
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
