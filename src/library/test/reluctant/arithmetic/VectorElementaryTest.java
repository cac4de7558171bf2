package reluctant.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.elementary.Elementary;

/** The elementary functions in vectors have the bits of those in plain Java. */
class VectorElementaryTest {

  private static final int COUNT = 1 << 14;

  /** Where a formula or the result changes its kind. */
  private static final double[] SEAMS = {
    0,
    0x1p-60,
    0x1p-54,
    0.25,
    0.35,
    0.5,
    0.55,
    0.7,
    Math.sqrt(0.5),
    0.85,
    1,
    1.1,
    Math.sqrt(2),
    2,
    6,
    36.7,
    37.4,
    40,
    354,
    373,
    709.782712893384,
    710,
    745.1332191019412,
    746,
    0x1p60,
    0x1p1000,
    Double.MIN_NORMAL,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  private interface Loop {
    void run(double[] from, double[] to, int count);
  }

  private record Twin(String name, Loop vectors, DoubleUnaryOperator scalar) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Twin> twins() {
    return Stream.of(
        new Twin("exp", VectorExponential::exp, Elementary::exp),
        new Twin("expm1", VectorExponential::expm1, Elementary::expm1),
        new Twin("log", VectorLogarithm::log, Elementary::log),
        new Twin("log1p", VectorLogarithm::log1p, Elementary::log1p),
        new Twin("tanh", VectorExponential::tanh, Elementary::tanh),
        new Twin("sigmoid", VectorExponential::sigmoid, Elementary::sigmoid),
        new Twin("softplus", VectorLogarithm::softplus, Elementary::softplus),
        new Twin("erf", VectorErrorFunction::erf, Elementary::erf));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void haveTheBitsOfPlainJava(Twin twin) {
    assertSameBits(twin, 8, 1);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("twins")
  void haveTheBitsOfPlainJavaOnManyArguments(Twin twin) {
    assertSameBits(twin, 2000, 2);
  }

  private static void assertSameBits(Twin twin, int rounds, long seed) {
    var random = new SplittableRandom(seed);
    for (int round = 0; round < rounds; round++) {
      double reach = Math.scalb(1.0, random.nextInt(12) - 2);
      assertSameBits(twin, random.doubles(COUNT, -reach, reach).toArray());
      assertSameBits(twin, random.longs(COUNT).mapToDouble(Double::longBitsToDouble).toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void haveTheBitsOfPlainJavaAtSeams(Twin twin) {
    double[] beside =
        DoubleStream.of(SEAMS)
            .flatMap(x -> DoubleStream.of(x, -x))
            .flatMap(x -> DoubleStream.of(Math.nextDown(x), x, Math.nextUp(x), 0))
            .toArray();
    double[] whole = new double[(beside.length + 63) / 64 * 64];
    System.arraycopy(beside, 0, whole, 0, beside.length);
    assertSameBits(twin, whole);
  }

  private static void assertSameBits(Twin twin, double[] arguments) {
    var values = new double[arguments.length];
    twin.vectors().run(arguments, values, arguments.length);
    for (int i = 0; i < arguments.length; i++) {
      double scalar = twin.scalar().applyAsDouble(arguments[i]);
      if (Double.doubleToLongBits(values[i]) != Double.doubleToLongBits(scalar)) {
        assertThat(values[i]).as("%s of %s", twin, arguments[i]).isEqualTo(scalar);
      }
    }
  }
}
