package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Inputs.at;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.LINEAR;
import static reluctant.nn.Activation.SIGMOID;
import static reluctant.nn.Activation.SOFTMAX;
import static reluctant.train.Loss.BINARY_CROSSENTROPY;
import static reluctant.train.Loss.BINARY_CROSSENTROPY_FROM_LOGITS;
import static reluctant.train.Loss.CATEGORICAL_CROSSENTROPY;
import static reluctant.train.Loss.MSE;

import org.junit.jupiter.api.Test;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class CriterionTest {

  private static Trial trial(Problem problem, Activation f, Loss loss) {
    var model = Sequential.of(problem.features(), new Dense(problem.outputs(), f));
    return new Trial(model, problem, new Fit(new SGD(1e-300), loss, 1, 1000), 0);
  }

  /** One input x, of which the network makes slope x + bias. */
  private static Run run(Problem problem, double slope, double bias) {
    var layer = new Dense(1).kernelInitializer(Given.row(slope)).biasInitializer(Given.row(bias));
    return trial(problem, LINEAR, MSE).layers(layer).run();
  }

  @Test
  void classesAreToldByLossOrLastActivation() {
    Problem both = formula("x > 0; x <= 0", grid(-1, 1, 4));
    assertThat(Criterion.of(trial(xor(), LINEAR, MSE))).isEqualTo(Criterion.VARIANCE);
    assertThat(Criterion.of(trial(xor(), SIGMOID, MSE))).isEqualTo(Criterion.PROBABILITIES);
    assertThat(Criterion.of(trial(xor(), LINEAR, BINARY_CROSSENTROPY)))
        .isEqualTo(Criterion.PROBABILITIES);
    assertThat(Criterion.of(trial(xor(), LINEAR, BINARY_CROSSENTROPY_FROM_LOGITS)))
        .isEqualTo(Criterion.LOGITS);
    assertThat(Criterion.of(trial(both, LINEAR, CATEGORICAL_CROSSENTROPY)))
        .isEqualTo(Criterion.CLASSES);
    assertThat(Criterion.of(trial(both, SOFTMAX, MSE))).isEqualTo(Criterion.CLASSES);
    assertThat(Criterion.of(trial(xor().scaledTargets(0.5), SIGMOID, MSE)))
        .isEqualTo(Criterion.VARIANCE);
  }

  /** Of y = x the answers 1.09 x leave 0.81 % of the variance, and 1.11 x leave 1.21 %. */
  @Test
  void lessThanOnePerCentOfTheVarianceIsLeft() {
    Problem line = formula("x", grid(-1, 1, 10));
    assertThat(Criterion.VARIANCE.isMetBy(run(line, 1.09, 0))).isTrue();
    assertThat(Criterion.VARIANCE.isMetBy(run(line, 1.11, 0))).isFalse();
  }

  @Test
  void targetsThatDoNotVaryAreMeasuredByTheirSize() {
    Problem five = formula("5", at(1, 2));
    assertThat(Criterion.VARIANCE.isMetBy(run(five, 0, 5))).isTrue();
    assertThat(Criterion.VARIANCE.isMetBy(run(five, 0, 5.4))).isTrue();
    assertThat(Criterion.VARIANCE.isMetBy(run(five, 0, 5.6))).isFalse();
    assertThat(Criterion.VARIANCE.isMetBy(run(formula("0", at(1)), 0, 0.09))).isTrue();
    assertThat(Criterion.VARIANCE.isMetBy(run(formula("0", at(1)), 0, 0.11))).isFalse();
  }

  /** Of 100 classes the answer x - 0.02 k has k wrong. */
  @Test
  void oneInAHundredMayHaveTheWrongClass() {
    Problem signs = formula("x > 0", grid(-0.99, 0.99, 100));
    assertThat(Criterion.LOGITS.isMetBy(run(signs, 1, -0.02))).isTrue();
    assertThat(Criterion.LOGITS.isMetBy(run(signs, 1, -0.04))).isFalse();
    assertThat(Criterion.PROBABILITIES.isMetBy(run(signs, 1, 0.48))).isTrue();
    assertThat(Criterion.PROBABILITIES.isMetBy(run(signs, 1, 0.46))).isFalse();
  }

  @Test
  void whatDivergedHasNotLearnt() {
    Run run = trial(formula("x", grid(-1, 1, 4)), LINEAR, MSE).learningRate(1e9).epochs(99).run();
    assertThat(run.history().divergedAt()).isPresent();
    for (Criterion criterion : Criterion.values()) {
      assertThat(criterion.isMetBy(run)).isFalse();
    }
    assertThat(Symptom.of(run)).isEqualTo(Symptom.DIVERGED);
  }
}
