package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Inputs.at;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Problems.formula;
import static reluctant.nn.Activation.SIGMOID;
import static reluctant.nn.Activation.SOFTMAX;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.BINARY_CROSSENTROPY;
import static reluctant.train.Loss.CATEGORICAL_CROSSENTROPY;
import static reluctant.train.Loss.MAE;
import static reluctant.train.Loss.MSE;

import org.assertj.core.data.Percentage;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.data.LeastSquares;
import reluctant.data.Problem;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.train.Gradient;
import reluctant.train.Loss;

class CurvatureTest {

  private static Dataset drawn(Problem problem) {
    return problem.draw(RandomStream.DATA.of(1));
  }

  /** The largest eigenvalue of the Hessian, by differences of gradients. */
  private static double largest(Network network, Loss loss, Dataset data) {
    int size = network.model().parameterCount();
    var hessian = new SimpleMatrix(size, size);
    for (int i = 0; i < size; i++) {
      double[] above = network.parameters();
      double[] below = network.parameters();
      above[i] += 1e-5;
      below[i] -= 1e-5;
      double[] up = Gradient.of(new Network(network.model(), above), loss, data).parameters();
      double[] down = Gradient.of(new Network(network.model(), below), loss, data).parameters();
      for (int j = 0; j < size; j++) {
        hessian.set(j, i, (up[j] - down[j]) / 2e-5);
      }
    }
    SimpleMatrix symmetric = hessian.plus(hessian.transpose()).divide(2);
    return symmetric.eig().getEigenvalues().stream().mapToDouble(c -> c.real).max().orElseThrow();
  }

  @Test
  void ofALinearLayerItGivesTheClosedForm() {
    for (String formula : new String[] {"x1 + 2 x2", "x1; x2 - x1"}) {
      Dataset data = drawn(formula(formula, normal(40)).shiftedInputs(3));
      var network = Sequential.of(2, new Dense(data.outputs())).initialize(0);
      assertThat(2 / Curvature.largest(network, MSE, data))
          .isCloseTo(LeastSquares.of(data).learningRateLimit(), Percentage.withPercentage(1e-3));
    }
  }

  /** tensorflow 12030: at x = 1, 2, 3, 4, 35 the sum x^2 / n is 251 and x / n is 9. */
  @Test
  void ofAHandfulOfNumbersItIsASecondDegreeEquation() {
    Dataset data = drawn(formula("2 x", at(1, 2, 3, 4, 35)));
    double lambda = 2 * (252 + Math.sqrt(250 * 250 + 4 * 81)) / 2;
    assertThat(Curvature.largest(Sequential.of(1, new Dense(1)).initialize(0), MSE, data))
        .isCloseTo(lambda, within(1e-3));
  }

  /** Where nothing is wrong, and at logits, the matrix is the Hessian. */
  @Test
  void itIsTheHessianWhereTheLossHasNoSlopeOrTheOutputsAreLinear() {
    Dataset inputs = drawn(formula("0", normal(30)).features(2));
    var model = Sequential.of(2, new Dense(3, TANH), new Dense(1));
    Network network = model.initialize(4);
    var data = new Dataset("own", inputs.inputs(), network.predict(inputs.inputs()));
    assertThat(Curvature.largest(network, MSE, data))
        .isCloseTo(largest(network, MSE, data), Percentage.withPercentage(0.01));
    Dataset signs = drawn(formula("x1 > 0", normal(30)));
    Network one = Sequential.of(1, new Dense(1, SIGMOID)).initialize(1);
    assertThat(Curvature.largest(one, BINARY_CROSSENTROPY, signs))
        .isCloseTo(largest(one, BINARY_CROSSENTROPY, signs), Percentage.withPercentage(0.01));
    Dataset classes = drawn(formula("x1 > 0; x1 <= 0", normal(30)));
    Network two = Sequential.of(1, new Dense(2, SOFTMAX)).initialize(1);
    assertThat(Curvature.largest(two, CATEGORICAL_CROSSENTROPY, classes))
        .isCloseTo(
            largest(two, CATEGORICAL_CROSSENTROPY, classes), Percentage.withPercentage(0.01));
  }

  @Test
  void straightLossesAndZerosDoNotCurve() {
    Dataset data = drawn(formula("x", normal(10)));
    assertThat(Curvature.largest(Sequential.of(1, new Dense(1)).initialize(0), MAE, data)).isZero();
  }

  @Test
  void dataThatDoNotFitAreRefused() {
    Network network = Sequential.of(2, new Dense(1)).initialize(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Curvature.largest(network, MSE, drawn(formula("x", normal(10)))));
  }
}
