package reluctant.absolute;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.absolute.NegativeInputsTest.right;
import static reluctant.absolute.SmallStep.NONE;
import static reluctant.absolute.SmallStep.OUTPUT_BIAS;
import static reluctant.absolute.SmallStep.TURNED;
import static reluctant.absolute.SmallStep.UNIT;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;

import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;

class SmallStepTest {

  @Test
  void unitsThatAreSilentThereLeaveItToTheBias() {
    assertThat(SmallStep.of(right(0, 0, absoluteValue(400, 1000)))).isEqualTo(OUTPUT_BIAS);
    // Two samples lie between -10 and 0, and there the unit speaks.
    assertThat(SmallStep.of(right(10, 0, absoluteValue(400, 1000)))).isEqualTo(UNIT);
    assertThat(SmallStep.of(right(2, 0, absoluteValue(400, 1000)))).isEqualTo(OUTPUT_BIAS);
  }

  @Test
  void withoutABiasNobodyHelps() {
    var trial = right(0, 0, absoluteValue(400, 1000)).trial();
    var hidden = new Dense(2, RELU).useBias(false).kernelInitializer(Given.row(1, 1));
    var model = Sequential.of(1, hidden, new Dense(1).useBias(false));
    assertThat(SmallStep.of(trial.model(model).run())).isEqualTo(NONE);
    var left = hidden.kernelInitializer(Given.row(-1, 1));
    var seeing = Sequential.of(1, left, new Dense(1).useBias(false));
    assertThat(SmallStep.of(trial.model(seeing).run())).isEqualTo(TURNED);
  }
}
