package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Inputs.at;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.points;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.LINEAR;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.SIGMOID;

import org.junit.jupiter.api.Test;
import reluctant.data.LeastSquares;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.train.Run;

/** The level that a network stopped at, of networks that are just there and just not. */
class LevelsTest {

  /** A quarter of the targets is 1: the mean is 0.25, the deviation 0.433, the median 0. */
  private static final Problem STEP = formula("x > 1.5", grid(-3, 3, 100));

  /** Its best line has a slope near 0.62 and leaves 0.0257, where x^2 has a mean of 0.347. */
  private static final Problem CUBE = formula("x^3", grid(-1, 1, 50));

  private static String said(Run run) {
    return Diagnosis.of(run).headline().sentence();
  }

  private static Sequential network(double[][] kernel, double[] bias, Dense last) {
    var hidden =
        new Dense(bias.length, RELU)
            .kernelInitializer(Given.of(kernel))
            .biasInitializer(Given.row(bias));
    return Sequential.of(kernel.length, hidden, last);
  }

  private static Dense last(Activation f, double bias, double... weights) {
    return new Dense(1, f)
        .kernelInitializer(Given.column(weights))
        .biasInitializer(Given.row(bias));
  }

  /** A dead unit, and the output's bias. */
  private static Run constant(Problem problem, double value) {
    double[][] kernel = new double[problem.features()][1];
    return GivenRun.of(network(kernel, new double[] {-1}, last(LINEAR, value, 1)), problem);
  }

  /** A unit that never bends: bias + slope x. */
  private static Run line(Problem problem, double slope, double bias) {
    Dense last = last(LINEAR, bias - 9 * slope, slope);
    return GivenRun.of(network(new double[][] {{1}}, new double[] {9}, last), problem);
  }

  private static Run linear(Problem problem, boolean useBias, double slope, double bias) {
    return GivenRun.of(Sequential.of(1, last(LINEAR, bias, slope).useBias(useBias)), problem);
  }

  @Test
  void aConstantIsTheMeanTheMedianOrNeither() {
    assertThat(said(constant(STEP, 0.25)))
        .isEqualTo("It gives the mean of the targets, 0.25 whatever the sample.");
    assertThat(Symptom.of(constant(STEP, 0.25 + 0.06))).isEqualTo(Symptom.MEAN);
    assertThat(Symptom.of(constant(STEP, 0.25 + 0.065))).isEqualTo(Symptom.CONSTANT);
    assertThat(said(constant(STEP, 0.01)))
        .isEqualTo("It gives the median of the targets, 0.01 whatever the sample.");
    assertThat(said(constant(STEP, 0.75)))
        .isEqualTo(
            "It gives 0.75 whatever the sample, neither the mean nor the median of the targets.");
  }

  /** The deviation of x is 1.75; answers that vary by a tenth of the targets' are a constant. */
  @Test
  void whatVariesIsNoConstant() {
    assertThat(Symptom.of(line(STEP, 0.024, 0.25))).isEqualTo(Symptom.MEAN);
    assertThat(Symptom.of(line(STEP, 0.026, 0.25))).isEqualTo(Symptom.ELSEWHERE);
  }

  @Test
  void severalOutputsHaveSeveralMeans() {
    var last =
        new Dense(2)
            .kernelInitializer(Given.of(new double[][] {{0, 0}}))
            .biasInitializer(Given.row(0.5, 2));
    Problem two = points(new double[][] {{0, 0, 1}, {1, 1, 3}}, 2);
    assertThat(said(GivenRun.of(network(new double[][] {{1}}, new double[] {1}, last), two)))
        .isEqualTo("It gives the mean of the targets, (0.5, 2) whatever the sample.");
  }

  @Test
  void theBestLineOfANetworkThatCouldBend() {
    double slope = LeastSquares.of(line(CUBE, 1, 0).trial().dataset()).kernel().get(0);
    assertThat(said(line(CUBE, slope, 0)))
        .isEqualTo("It gives what the best linear map gives, at a mean squared error of 0.0257.");
    // The distance is (0.06 slope)^2 0.347, and 2 % of the error the most.
    assertThat(Symptom.of(line(CUBE, 1.06 * slope, 0))).isEqualTo(Symptom.BEST_LINE);
    assertThat(Symptom.of(line(CUBE, 1.07 * slope, 0))).isEqualTo(Symptom.ELSEWHERE);
  }

  @Test
  void linearLayersHaveLeastSquaresAsTheirFloor() {
    var data = line(CUBE, 1, 0).trial().dataset();
    double slope = LeastSquares.of(data).kernel().get(0);
    assertThat(said(linear(CUBE, true, slope, 0)))
        .isEqualTo(
            "It is as good as its architecture can be, at a mean squared error of 0.0257: all its"
                + " layers are linear, and it gives what least squares do.");
    assertThat(Symptom.of(linear(CUBE, true, 1.07 * slope, 0))).isEqualTo(Symptom.ELSEWHERE);
    Problem raised = CUBE.shiftedTargets(1);
    assertThat(Symptom.of(linear(raised, false, slope, 0))).isEqualTo(Symptom.FLOOR);
    assertThat(Symptom.of(linear(raised, true, slope, 0))).isEqualTo(Symptom.ELSEWHERE);
  }

  @Test
  void whatALastActivationCannotGiveIsAFloor() {
    Problem beyond = formula("2 (x > 0)", at(-1, 1));
    Dense sigmoid = last(SIGMOID, 0, 40);
    Run run = GivenRun.of(Sequential.of(1, sigmoid), beyond);
    assertThat(said(run))
        .isEqualTo(
            "It is as good as its architecture can be, at a mean squared error of 0.5: the last"
                + " activation gives 0 to 1, and 1 of 2 targets lie outside.");
    Run within = GivenRun.of(Sequential.of(1, sigmoid), formula("x > 0", at(-1, 1)));
    assertThat(Symptom.of(within)).isEqualTo(Symptom.LEARNT);
    Problem below = formula("x", at(-1, 0, 1));
    assertThat(said(GivenRun.of(Sequential.of(1, last(RELU, 0, 1)), below)))
        .endsWith("the last activation gives at least 0, and 1 of 3 targets lie outside.");
  }

  @Test
  void equalInputsWithDifferentTargetsAreAFloor() {
    Problem twice = points(new double[][] {{0, 0}, {1, 1}, {1, 2}});
    assertThat(said(line(twice, 1.5, 0))).endsWith("equal inputs come with different targets.");
    assertThat(Symptom.of(line(points(new double[][] {{0, 0}, {1, 1}, {1.1, 2}}), 1.5, 0)))
        .isNotEqualTo(Symptom.FLOOR);
  }

  @Test
  void aSingleHingeHasItsKinkAndMayBeFlat() {
    Problem abs = absoluteValue(101, 1);
    Run half = GivenRun.fitted(abs, new double[][] {{1}}, 0.2);
    assertThat(said(half))
        .isEqualTo("It gives a single hinge with its kink near -0.2, flat below it.");
    Run sloped = GivenRun.fitted(abs, new double[][] {{1, -1}}, -0.5, 3);
    assertThat(said(sloped)).isEqualTo("It gives a single hinge with its kink near 0.5.");
    Run two = GivenRun.fitted(abs, new double[][] {{1, 1}}, 0.5, -0.5);
    assertThat(Symptom.of(two)).isNotEqualTo(Symptom.HINGE);
    assertThat(Symptom.of(GivenRun.fitted(abs, new double[][] {{1, -1}}, 0, 0)))
        .isEqualTo(Symptom.LEARNT);
  }

  /** relu(x1 - x2) misses (0, 1); with relu(x2 - x1) it is XOR. */
  @Test
  void allButOneCornerOfXor() {
    Run one =
        GivenRun.of(network(new double[][] {{1}, {-1}}, new double[1], last(LINEAR, 0, 1)), xor());
    assertThat(said(one))
        .matches("It has learnt 3 of 4 samples; \\(0, 1\\) gets \\S+e-\\d+ in the place of 1\\.");
    double[][] both = {{1, -1}, {-1, 1}};
    Run all = GivenRun.of(network(both, new double[2], last(LINEAR, 0, 1, 1)), xor());
    assertThat(Symptom.of(all)).isEqualTo(Symptom.LEARNT);
  }

  /** relu(1 - x1 - x2) knows the corner (0, 0) alone. */
  @Test
  void oneCornerOfXorAndOneAnswerForAllOthers() {
    double[][] kernel = {{-1}, {-1}};
    double third = 2.0 / 3;
    Run run = GivenRun.of(network(kernel, new double[] {1}, last(LINEAR, third, -third)), xor());
    assertThat(said(run)).isEqualTo("It has learnt 1 of 4 samples and gives all others 0.667.");
  }

  @Test
  void aDeadOutputPassesNoGradient() {
    Run dead = GivenRun.of(Sequential.of(1, last(RELU, -2, 1)), absoluteValue(10, 1));
    assertThat(said(dead)).isEqualTo("Its output is dead: the last activation passes no gradient.");
    Run alive = GivenRun.of(Sequential.of(1, last(RELU, -0.5, 1)), absoluteValue(10, 1));
    assertThat(Symptom.of(alive)).isNotEqualTo(Symptom.DEAD_OUTPUT);
    Run full = GivenRun.of(Sequential.of(1, last(SIGMOID, 9, 1)), absoluteValue(10, 1));
    assertThat(said(full))
        .isEqualTo("Its output is saturated: the last activation passes no gradient.");
  }
}
