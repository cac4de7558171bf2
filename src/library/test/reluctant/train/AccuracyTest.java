package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.train.Metric.BINARY_ACCURACY;
import static reluctant.train.Metric.CATEGORICAL_ACCURACY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.data.Problems;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.Sequential;

class AccuracyTest {

  @ParameterizedTest
  @CsvSource({
    // threshold, target, prediction, right
    "0.5, 1, 0.6, 1",
    "0.5, 1, 0.5, 0",
    "0.5, 0, 0.5, 1",
    "0.5, 0, 0.6, 0",
    "0.5, 0.7, 0.7, 0",
    "0.5, 0, NaN, 1",
    "0, 1, 1e-9, 1",
    "0, 1, 0, 0"
  })
  void binary(double threshold, double target, double prediction, double right) {
    assertThat(new BinaryAccuracy(threshold).value(target, prediction)).isEqualTo(right);
  }

  private static double categorical(double[] y, double... p) {
    return LossLoops.sum(CATEGORICAL_ACCURACY, y, p, y.length / 3, 3);
  }

  @Test
  void categoricalIsThatOfTheFirstLargest() {
    assertThat(categorical(new double[] {0, 1, 0}, 0.2, 0.5, 0.3)).isEqualTo(1);
    assertThat(categorical(new double[] {0, 1, 0}, 0.2, 0.3, 0.5)).isZero();
    assertThat(categorical(new double[] {0, 1, 0}, 0.4, 0.4, 0.2)).isZero();
    assertThat(categorical(new double[] {1, 0, 0}, 0.4, 0.4, 0.2)).isEqualTo(1);
    assertThat(categorical(new double[] {1, 0, 0, 0, 0, 1}, -1, -2, -3, 7, 8, 9)).isEqualTo(2);
    assertThat(LossLoops.terms(CATEGORICAL_ACCURACY, 5, 3)).isEqualTo(5);
    assertThat(LossLoops.terms(BINARY_ACCURACY, 5, 3)).isEqualTo(15);
  }

  /** Of XOR's corners, 1 for all of them is right on two. */
  @Test
  void ofANetwork() {
    var ones = new Dense(1).kernelInitializer(Initializer.ZEROS);
    var network = Sequential.of(2, ones.biasInitializer(Initializer.ONES)).initialize(0);
    assertThat(Evaluation.of(network, BINARY_ACCURACY, Problems.xor())).isEqualTo(0.5);
    assertThat(Evaluation.of(network, Loss.MSE, Problems.xor())).isEqualTo(0.5);
    var other = Sequential.of(1, new Dense(1)).initialize(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evaluation.of(other, BINARY_ACCURACY, Problems.xor()))
        .withMessage("the model's inputs must be as many as the data's, 2. Received: 1");
  }

  @Test
  void theThresholdIsANumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BinaryAccuracy(Double.NaN));
    assertThat(new BinaryAccuracy()).hasToString("BINARY_ACCURACY").isEqualTo(BINARY_ACCURACY);
    assertThat(new BinaryAccuracy(0)).hasToString("new BinaryAccuracy(0.0)");
  }
}
