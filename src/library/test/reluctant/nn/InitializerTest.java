package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.nn.VarianceScaling.Distribution;
import reluctant.nn.VarianceScaling.Mode;

/** Draws of a kernel with 250 inputs and 400 units, 100,000 numbers. */
class InitializerTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static double[] draw(Initializer initializer, int rows, int columns) {
    var matrix = new DMatrixRMaj(rows, columns);
    initializer.fill(matrix, RandomStream.PARAMETERS.of(7));
    return matrix.data;
  }

  static Stream<Arguments> moments() {
    double cut = 2 / 0.8796256610342398; // Where a truncated normal ends, in deviations.
    return Stream.of(
        // initializer, mean, variance, largest distance from the mean, in deviations
        Arguments.of(Initializer.GLOROT_UNIFORM, 0, 2.0 / 650, Math.sqrt(3)),
        Arguments.of(Initializer.GLOROT_NORMAL, 0, 2.0 / 650, cut),
        Arguments.of(Initializer.HE_UNIFORM, 0, 2.0 / 250, Math.sqrt(3)),
        Arguments.of(Initializer.HE_NORMAL, 0, 2.0 / 250, cut),
        Arguments.of(Initializer.LECUN_UNIFORM, 0, 1.0 / 250, Math.sqrt(3)),
        Arguments.of(Initializer.LECUN_NORMAL, 0, 1.0 / 250, cut),
        Arguments.of(
            new VarianceScaling(3, Mode.FAN_OUT, Distribution.UNIFORM), 0, 3.0 / 400, Math.sqrt(3)),
        Arguments.of(
            new VarianceScaling(3, Mode.FAN_OUT, Distribution.UNTRUNCATED_NORMAL),
            0,
            3.0 / 400,
            INFINITE),
        Arguments.of(new RandomUniform(), 0, 0.01 / 12, Math.sqrt(3)),
        Arguments.of(new RandomUniform(2, 8), 5, 3, Math.sqrt(3)),
        Arguments.of(new RandomNormal(), 0, 0.0025, INFINITE),
        Arguments.of(new RandomNormal(-3, 2), -3, 4, INFINITE),
        Arguments.of(
            new TruncatedNormal(1, 2), 1, 4 * 0.8796256610342398 * 0.8796256610342398, cut));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void drawsHaveTheirMeanVarianceAndBounds(
      Initializer initializer, double mean, double variance, double widest) {
    double[] draws = draw(initializer, 250, 400);
    double deviation = Math.sqrt(variance);
    double measured = Arrays.stream(draws).average().orElseThrow();
    double spread = Arrays.stream(draws).map(d -> (d - mean) * (d - mean)).average().orElseThrow();
    double bound =
        Arrays.stream(draws).map(d -> Math.abs(d - mean) / deviation).max().orElseThrow();
    assertThat(measured).isCloseTo(mean, within(0.015 * deviation));
    assertThat(spread).isCloseTo(variance, within(0.02 * variance));
    if (widest == INFINITE) {
      assertThat(bound).isBetween(3.9, 6.5);
    } else {
      assertThat(bound).isLessThanOrEqualTo(widest * (1 + 1e-12));
      assertThat(bound).isCloseTo(widest, within(2e-3));
    }
  }

  static Stream<Initializer> scaling() {
    return Stream.concat(
        Stream.of(
            Initializer.GLOROT_UNIFORM,
            Initializer.GLOROT_NORMAL,
            Initializer.HE_UNIFORM,
            Initializer.HE_NORMAL,
            Initializer.LECUN_UNIFORM,
            Initializer.LECUN_NORMAL),
        Arrays.stream(Mode.values())
            .flatMap(
                mode ->
                    Arrays.stream(Distribution.values())
                        .map(distribution -> new VarianceScaling(3, mode, distribution))));
  }

  /** Both fans of a vector are its length, so it begins as a square kernel of that width does. */
  @ParameterizedTest
  @MethodSource("scaling")
  void aVectorIsScaledByItsLength(Initializer initializer) {
    double[] square = draw(initializer, 300, 300);
    double[] expected = Arrays.copyOf(square, 300);
    var bias = new Dense(300).kernelInitializer(Initializer.ZEROS).biasInitializer(initializer);
    assertThat(Sequential.of(1, bias).initialize(7).bias(0).getDDRM().data).isEqualTo(expected);
    var slopes = Sequential.of(300, new PReLU(initializer)).initialize(7);
    assertThat(slopes.alpha(0).getDDRM().data).isEqualTo(expected);
    assertThat(vector(new NonNegativeStart(initializer), 300)).isEqualTo(magnitudes(expected));
    assertThat(magnitudes(vector(new SpreadSigns(initializer), 300)))
        .isEqualTo(magnitudes(expected));
  }

  private static double[] vector(Initializer initializer, int length) {
    var layer = new Dense(length).kernelInitializer(Initializer.ZEROS).biasInitializer(initializer);
    return Sequential.of(1, layer).initialize(7).bias(0).getDDRM().data;
  }

  /** The deviations that Keras 3.15 draws for the shape (10_000,). */
  @Test
  void biasesHaveKerasDeviation() {
    assertThat(deviation(Initializer.GLOROT_UNIFORM)).isCloseTo(0.01, within(2e-4));
    assertThat(deviation(Initializer.GLOROT_NORMAL)).isCloseTo(0.01, within(2e-4));
    assertThat(deviation(Initializer.HE_UNIFORM)).isCloseTo(0.01414, within(3e-4));
    assertThat(deviation(Initializer.HE_NORMAL)).isCloseTo(0.01414, within(3e-4));
    assertThat(deviation(Initializer.LECUN_UNIFORM)).isCloseTo(0.01, within(2e-4));
    assertThat(deviation(Initializer.LECUN_NORMAL)).isCloseTo(0.01, within(2e-4));
  }

  private static double deviation(Initializer initializer) {
    double[] bias = vector(initializer, 10_000);
    return Math.sqrt(Arrays.stream(bias).map(b -> b * b).average().orElseThrow());
  }

  @Test
  void glorotLimitOfTheAbsoluteValueNetworks() {
    // sqrt(6 / (1 + 2)) for 2 units; the widest of many small draws comes near it.
    double widest = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      double[] kernel = Sequential.of(1, new Dense(2)).initialize(seed).parameters();
      widest = Math.max(widest, Math.max(Math.abs(kernel[0]), Math.abs(kernel[1])));
    }
    assertThat(widest).isLessThanOrEqualTo(Math.sqrt(2)).isCloseTo(Math.sqrt(2), within(1e-3));
  }

  @Test
  void fixedNumbers() {
    assertThat(draw(Initializer.ZEROS, 1, 2)).containsExactly(0, 0);
    assertThat(draw(Initializer.ONES, 1, 2)).containsExactly(1, 1);
    assertThat(draw(new Constant(-3), 1, 2)).containsExactly(-3, -3);
    assertThat(draw(Given.of(new double[][] {{1, 2}, {3, 4}}), 2, 2)).containsExactly(1, 2, 3, 4);
    assertThatIllegalArgumentException().isThrownBy(() -> draw(Given.row(1, 2), 2, 1));
  }

  @Test
  void signsAreSpreadLikeAChessboard() {
    double[] signs =
        Arrays.stream(draw(new SpreadSigns(Initializer.HE_NORMAL), 3, 2))
            .map(Math::signum)
            .toArray();
    assertThat(signs).containsExactly(1, -1, -1, 1, 1, -1);
    assertThat(magnitudes(draw(new SpreadSigns(Initializer.HE_NORMAL), 3, 2)))
        .isEqualTo(magnitudes(draw(Initializer.HE_NORMAL, 3, 2)));
  }

  @Test
  void aNonNegativeStartDropsTheSigns() {
    assertThat(draw(new NonNegativeStart(Initializer.HE_NORMAL), 3, 2))
        .isEqualTo(magnitudes(draw(Initializer.HE_NORMAL, 3, 2)));
  }

  private static double[] magnitudes(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).toArray();
  }

  @Test
  void directionsAreSpreadByEqualAngles() {
    double[] drawn = draw(Initializer.GLOROT_UNIFORM, 2, 3);
    double[] k = draw(new SpreadDirections(Initializer.GLOROT_UNIFORM), 2, 3);
    assertThat(k[0]).isCloseTo(drawn[0], within(1e-15));
    assertThat(k[3]).isCloseTo(drawn[3], within(1e-15));
    for (int unit = 0; unit < 3; unit++) {
      int next = (unit + 1) % 3;
      double length = Math.hypot(k[unit], k[3 + unit]);
      double lengths = length * Math.hypot(k[next], k[3 + next]);
      assertThat(length).isCloseTo(Math.hypot(drawn[unit], drawn[3 + unit]), within(1e-14));
      assertThat((k[unit] * k[next] + k[3 + unit] * k[3 + next]) / lengths)
          .isCloseTo(-0.5, within(1e-12));
      assertThat((k[unit] * k[3 + next] - k[3 + unit] * k[next]) / lengths)
          .isCloseTo(Math.sqrt(0.75), within(1e-12));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draw(new SpreadDirections(Initializer.ONES), 3, 3))
        .withMessage(
            "directions can be spread over 2 inputs only; for 1 input use SpreadSigns. Received: 3");
  }

  @Test
  void theSecondHalfOfTheUnitsIsMirrored() {
    double[] drawn = draw(Initializer.HE_NORMAL, 2, 4);
    double[] k = draw(new Mirrored(Initializer.HE_NORMAL), 2, 4);
    assertThat(k)
        .containsExactly(
            drawn[0], drawn[1], -drawn[0], -drawn[1], drawn[4], drawn[5], -drawn[4], -drawn[5]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draw(new Mirrored(Initializer.ONES), 2, 3))
        .withMessage("units to be mirrored must be an even number. Received: 3");
  }

  @Test
  void randomizedAsymmetricDrawsOneOfAUnitsNumbersFromBeta() {
    var layer = new Dense(40_000).kernelInitializer(new RandomizedAsymmetric());
    double[] numbers = Sequential.of(3, layer).initialize(1).parameters();
    // A quarter of each number is Beta(2, 1) with mean 2/3 and mean square 1/2.
    double normal = 0.6007 * 0.6007 / 3;
    for (int row = 0; row < 4; row++) {
      double[] one = Arrays.copyOfRange(numbers, row * 40_000, (row + 1) * 40_000);
      assertThat(Arrays.stream(one).average().orElseThrow()).isCloseTo(1.0 / 6, within(0.01));
      assertThat(Arrays.stream(one).map(v -> v * v).average().orElseThrow())
          .isCloseTo(0.25 * 0.5 + 0.75 * normal, within(0.01));
    }
    assertThat(Arrays.stream(draw(new RandomizedAsymmetric(), 1, 1000)))
        .allMatch(v -> v >= 0 && v < 1);
  }

  @Test
  void theirTextIsTheJavaThatMakesThem() {
    assertThat(Initializer.GLOROT_UNIFORM).hasToString("GLOROT_UNIFORM");
    assertThat(Initializer.GLOROT_NORMAL).hasToString("GLOROT_NORMAL");
    assertThat(Initializer.HE_UNIFORM).hasToString("HE_UNIFORM");
    assertThat(Initializer.HE_NORMAL).hasToString("HE_NORMAL");
    assertThat(Initializer.LECUN_UNIFORM).hasToString("LECUN_UNIFORM");
    assertThat(Initializer.LECUN_NORMAL).hasToString("LECUN_NORMAL");
    assertThat(new SpreadSigns(new RandomUniform(0, 1)))
        .hasToString("new SpreadSigns(new RandomUniform(0.0, 1.0))");
    assertThat(new VarianceScaling(2, Mode.FAN_AVG, Distribution.UNTRUNCATED_NORMAL))
        .hasToString(
            "new VarianceScaling(2.0, VarianceScaling.Mode.FAN_AVG,"
                + " VarianceScaling.Distribution.UNTRUNCATED_NORMAL)");
  }

  /** By itself it draws a kernel without a bias: each unit has its one weight from Beta(2, 1). */
  @Test
  void randomizedAsymmetricFillsEachColumn() {
    double[] draws = draw(new RandomizedAsymmetric(), 1, 1000);
    assertThat(Arrays.stream(draws).allMatch(k -> k > 0 && k < 1)).isTrue();
    assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(2.0 / 3, within(0.03));
  }

  @Test
  void aUniformOfNoWidthIsAConstant() {
    assertThat(draw(new RandomUniform(2, 2), 3, 3)).containsOnly(2);
    assertThat(draw(new RandomUniform(1e308, 1e308), 3, 3)).containsOnly(1e308);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomUniform(-1e308, 1e308))
        .withMessage("maximum - minimum must be a finite number. Received: Infinity");
  }
}
