package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.euclideanDistance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.Distribution;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.GivenRun;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class ShapeTest {

  private static final double FAR = 10;

  private static Run run(Distribution distribution, double[] degrees, double... bias) {
    return GivenRun.directions(euclideanDistance(1000, distribution), degrees, bias);
  }

  private static void assertBoth(Run run, Shape shape, FailureCause cause) {
    assertThat(Shape.of(run)).isEqualTo(shape);
    assertThat(ShapeOfWeights.of(run)).contains(shape);
    assertThat(FailureCause.of(run)).isEqualTo(cause);
  }

  static final List<Distribution> POINTS =
      List.of(NORMAL, Distribution.DISK, Distribution.SQUARE, Distribution.normal(0.5, 0.5));

  @ParameterizedTest
  @FieldSource("POINTS")
  void eachShapeIsKnownByItsErrorAndByItsWeights(Distribution distribution) {
    double kink = 0.8 * Math.sqrt(distribution.meanSquare() / 2);
    double[] even = {0, 120, 240};
    assertBoth(run(distribution, even, 0, 0, 0), Shape.PYRAMID, FailureCause.NO_FAILURE);
    assertBoth(
        run(distribution, new double[] {0, 90, 45}, 0, 0, FAR),
        Shape.SQUARE_PYRAMID,
        FailureCause.NEITHER);
    assertBoth(
        run(distribution, new double[] {0, 180, 60}, 0, 0, -FAR), Shape.VALLEY, FailureCause.DEAD);
    assertBoth(run(distribution, even, -kink, -FAR, -FAR), Shape.SINGLE, FailureCause.DEAD);
    assertBoth(run(distribution, even, -FAR, -FAR, -FAR), Shape.CONSTANT, FailureCause.DEAD);
  }

  @Test
  void aLinearTermMakesAValleyOfOneDirection() {
    Run run = run(NORMAL, new double[] {20, 22, 50}, 0, FAR, -FAR);
    assertBoth(run, Shape.VALLEY, FailureCause.BOTH);
  }

  @Test
  void duplicatesMakeAValley() {
    assertBoth(
        run(NORMAL, new double[] {0, 4, 180}, 0, -0.5, 0), Shape.VALLEY, FailureCause.DUPLICATE);
    Run apart = run(NORMAL, new double[] {0, 6, 180}, 0, -0.5, 0);
    assertThat(FailureCause.of(apart)).isEqualTo(FailureCause.NEITHER);
    assertThat(ShapeOfWeights.of(apart)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, FIRST",
    "-22, FIRST",
    "160, FIRST",
    "23, DIAGONAL",
    "-135, DIAGONAL",
    "67, DIAGONAL",
    "68, SECOND",
    "-90, SECOND",
    "112, SECOND"
  })
  void aValleyLeansOnTheNearerAxis(double direction, Lean lean) {
    double[] degrees = {direction + 90, direction, direction + 180};
    assertThat(Form.of(run(NORMAL, degrees, -FAR, 0, 0)).lean()).isEqualTo(lean);
  }

  @Test
  void otherShapesLeanOnNothing() {
    assertThat(Form.of(run(NORMAL, new double[] {0, 120, 240}, 0, 0, 0)).lean())
        .isEqualTo(Lean.NO_VALLEY);
  }

  @Test
  void aPyramidMayBeTwoDegreesOffAndNoMore() {
    assertThat(ShapeOfWeights.of(run(NORMAL, new double[] {0, 121.9, 240}, 0, 0, 0)))
        .contains(Shape.PYRAMID);
    assertThat(ShapeOfWeights.of(run(NORMAL, new double[] {0, 122.1, 240}, 0, 0, 0))).isEmpty();
  }

  /** Perfect pyramids, turned, with up to three duplicates and three dead units in any order. */
  static Stream<Arguments> pyramids() {
    var random = new Random(14);
    return Stream.generate(() -> pyramid(random)).limit(60).map(Arguments::of);
  }

  private static Object[] pyramid(Random random) {
    double turn = 360 * random.nextDouble();
    var units = new ArrayList<double[]>();
    for (int side = 0; side < 3; side++) {
      units.add(new double[] {turn + 120 * side, 0});
      for (int more = random.nextInt(4); more > 0; more--) {
        units.add(new double[] {turn + 120 * side + 1.8 * random.nextDouble() - 0.9, 0});
      }
    }
    for (int dead = random.nextInt(4); dead > 0; dead--) {
      units.add(new double[] {360 * random.nextDouble(), -FAR});
    }
    Collections.shuffle(units, random);
    return new Object[] {
      units.stream().mapToDouble(unit -> unit[0]).toArray(),
      units.stream().mapToDouble(unit -> unit[1]).toArray()
    };
  }

  @ParameterizedTest
  @MethodSource("pyramids")
  void aPyramidIsOneWithDuplicatesAndDeadUnitsToo(double[] degrees, double[] bias) {
    Run run = GivenRun.units(euclideanDistance(200, NORMAL), degrees, bias);
    assertThat(ShapeOfWeights.of(run)).contains(Shape.PYRAMID);
  }

  /** A chain of duplicates is one direction, whichever unit comes first. */
  @Test
  void theOrderOfDuplicatesDoesNotMatter() {
    for (double[] degrees : new double[][] {{0, 4, 8}, {0, 8, 4}, {4, 0, 8}, {8, 0, 4}}) {
      Run run = GivenRun.units(euclideanDistance(200, NORMAL), degrees, 0, 0, 0);
      assertThat(ShapeOfWeights.of(run)).contains(Shape.SINGLE);
    }
  }

  @Test
  void limitsBelongToTheWorseShape() {
    assertThat(Shape.of(0.0199, NORMAL)).isEqualTo(Shape.PYRAMID);
    assertThat(Shape.of(0.02, NORMAL)).isEqualTo(Shape.SQUARE_PYRAMID);
    assertThat(Shape.of(0.039, Distribution.DISK)).isEqualTo(Shape.PYRAMID);
    assertThat(Shape.of(0.031, Distribution.SQUARE)).isEqualTo(Shape.SQUARE_PYRAMID);
    assertThat(Shape.of(0.12, NORMAL)).isEqualTo(Shape.VALLEY);
    assertThat(Shape.of(0.7, NORMAL)).isEqualTo(Shape.SINGLE);
    assertThat(Shape.of(0.7, Distribution.DISK)).isEqualTo(Shape.VALLEY);
    assertThat(Shape.of(0.92, NORMAL)).isEqualTo(Shape.CONSTANT);
    assertThat(Shape.of(Double.NaN, NORMAL)).isEqualTo(Shape.CONSTANT);
  }

  @Test
  void bothWaysAgreeOnTrainedNetworks() {
    var model = Sequential.of(2, new Dense(3, Activation.RELU), new Dense(1));
    var fit = new Fit(new Adam(0.003), Loss.MSE, 200, 32);
    var trial = new Trial(model, euclideanDistance(1000, NORMAL), fit, 0);
    var runs = Sweep.of(trial).seeds(0, 100).runs();
    assertThat(runs.stream().filter(r -> ShapeOfWeights.of(r).equals(Optional.of(Shape.of(r)))))
        .hasSizeGreaterThan(95);
    assertThat(runs.stream().map(Shape::of).distinct()).hasSizeGreaterThan(3);
  }

  @Test
  void theHexagonInClosedFormIsAPyramid() {
    var hexagon = RegularPolygon.HEXAGON.network(NORMAL).model();
    Run run = GivenRun.of(hexagon, euclideanDistance(20_000, NORMAL));
    assertBoth(run, Shape.PYRAMID, FailureCause.NO_FAILURE);
    assertThat(Fvu.of(run)).isCloseTo(RegularPolygon.HEXAGON.fvu(NORMAL), within(3e-4));
  }

  @Test
  void otherProblemsAndArchitecturesAreRefused() {
    Run abs = GivenRun.of(Sequential.of(1, new Dense(1)), absoluteValue(5, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(abs))
        .withMessage(
            "the trial's data must be a euclideanDistance. Received: absoluteValue(5, 1.0)");
    assertThatIllegalArgumentException().isThrownBy(() -> FailureCause.of(abs));
    Run leaning = run(Distribution.normal(5, 1), new double[] {0, 120, 240}, 0, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shape.of(leaning))
        .withMessage(
            "the points must lean to no coordinate, or the limits are others. Received:"
                + " normal(5.0, 1.0)");
  }
}
