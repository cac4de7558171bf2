package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reluctant.data.Problems;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.PReLU;
import reluctant.nn.Sequential;
import reluctant.train.Run;

/** Units of |x| on -10 .. 10: one looks right, one is far on its left side everywhere. */
class SilentUnitsTest {

  private static Run run(Activation activation) {
    var hidden =
        new Dense(2, activation)
            .kernelInitializer(Given.row(1, 0.01))
            .biasInitializer(Given.row(0, -4));
    return GivenRun.of(Sequential.of(1, hidden, new Dense(1)), Problems.absoluteValue(40, 10));
  }

  @Test
  void aReluThatIsSilentIsDead() {
    assertThat(SilentUnits.count(run(Activation.RELU), 0)).isEqualTo(1);
  }

  @Test
  void anEluNeverDiesButItsSlopeMayVanish() {
    Run run = run(Activation.ELU);
    assertThat(SilentUnits.count(run, 0)).isZero();
    assertThat(SilentUnits.count(run, Math.exp(-4.2))).isZero();
    assertThat(SilentUnits.count(run, Math.exp(-3.8))).isEqualTo(1);
    assertThat(SilentUnits.count(run, 1)).isEqualTo(2);
  }

  @Test
  void otherFirstLayersAreRefused() {
    var model = Sequential.of(1, new PReLU(), new Dense(1));
    Run run = GivenRun.of(model, Problems.absoluteValue(4, 1));
    assertThatThrownBy(() -> SilentUnits.count(run, 0))
        .hasMessageStartingWith("the first layer must be Dense. Received: new PReLU(");
    assertThatThrownBy(() -> SilentUnits.count(run(Activation.ELU), -1))
        .hasMessage("slope must be a finite number of at least 0. Received: -1.0");
  }
}
