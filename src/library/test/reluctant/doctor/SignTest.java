package reluctant.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.MSE;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.diagnose.Symptom;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Trial;

class SignTest {

  /** Numbers that are hardly moved, with two units of one input. */
  private static Sign of(Activation f, double[] kernel, double... bias) {
    var hidden =
        new Dense(2, f).kernelInitializer(Given.row(kernel)).biasInitializer(Given.row(bias));
    var model = Sequential.of(1, hidden, new Dense(1));
    var fit = new Fit(new SGD(1e-300), MSE, 1, 40);
    return Sign.of(new Trial(model, absoluteValue(40, 1), fit, 0).run());
  }

  @Test
  void halfOfTheUnitsMayBeDeadOrSaturatedOrAllAlike() {
    Sign dead = of(RELU, new double[] {1, 1}, -2, 0);
    assertThat(dead.dead()).isTrue();
    assertThat(dead.deadAtStart()).isTrue();
    assertThat(dead.saturated()).isFalse();
    assertThat(dead.alike()).isFalse();
    assertThat(of(RELU, new double[] {1, 1}, -0.5, 0).dead()).isFalse();
    Sign full = of(TANH, new double[] {90, 1}, 0, 0);
    assertThat(full.saturated()).isTrue();
    assertThat(full.saturatedAtStart()).isTrue();
    assertThat(of(TANH, new double[] {9, 1}, 0, 0).saturated()).isFalse();
    assertThat(of(TANH, new double[] {2, 2}, 1, 1).alike()).isTrue();
    assertThat(of(TANH, new double[] {2, 2}, 1, 0).alike()).isFalse();
    assertThat(full.symptom()).isNotEqualTo(Symptom.LEARNT);
  }

  @Test
  void mostOfTheFailuresDecide() {
    Sign dead = of(RELU, new double[] {1, 1}, -2, 0);
    Sign alive = of(RELU, new double[] {1, 1}, -0.5, 0);
    assertThat(new Signs(List.of(dead, dead, alive)).areDead()).isTrue();
    assertThat(new Signs(List.of(dead, alive)).areDead()).isFalse();
    assertThat(new Signs(List.of(dead)).ofStart()).isEqualTo(Cause.DEAD_UNITS);
    assertThat(new Signs(List.of()).ofStart()).isEqualTo(Cause.START);
  }
}
