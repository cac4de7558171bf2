package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.SIGMOID;
import static reluctant.train.Loss.BINARY_CROSSENTROPY;
import static reluctant.train.Loss.MSE;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.diagnose.Diagnosis.Finding;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class DiagnosisTest {

  private static Trial trial(Dense last, Loss loss) {
    var model = Sequential.of(2, new Dense(2, RELU), last);
    return new Trial(model, xor(), new Fit(new Adam(0.01), loss, 1000, 4), 0);
  }

  @Test
  void aRunThatHasLearntSaysHowWell() {
    assertThat(Diagnosis.of(trial(new Dense(1), MSE).seed(2).run()).toString())
        .matches("It has learnt: \\S+ % of the targets' variance is left\\.");
    Dense last = new Dense(1, SIGMOID);
    Trial classes = trial(last, BINARY_CROSSENTROPY).hiddenUnits(16);
    assertThat(Diagnosis.of(classes.run()).headline())
        .hasToString("It has learnt: 100 % of the samples are right.");
  }

  @Test
  void theHeadlineIsTheSymptomThatTellsMost() {
    for (long seed = 0; seed < 16; seed++) {
      Run run = trial(new Dense(1), MSE).seed(seed).run();
      Diagnosis diagnosis = Diagnosis.of(run);
      List<Symptom> symptoms = diagnosis.findings().stream().map(Finding::symptom).toList();
      assertThat(symptoms).isSorted().doesNotHaveDuplicates();
      assertThat(Symptom.of(run)).isEqualTo(symptoms.get(0));
      assertThat(diagnosis.learnt()).isEqualTo(Success.of(run) == Success.LEARNT);
      assertThat(diagnosis.has(symptoms.get(0))).isTrue();
      assertThat(diagnosis.has(Symptom.DIVERGED)).isFalse();
    }
  }

  @Test
  void aRuleOfOnesOwnDecidesWhatIsLearnt() {
    Run run = trial(new Dense(1), MSE).seed(2).run();
    Diagnosis diagnosis = Diagnosis.of(run, any -> false);
    assertThat(diagnosis.learnt()).isFalse();
    assertThat(diagnosis.headline().symptom()).isNotEqualTo(Symptom.LEARNT);
    assertThat(Diagnosis.of(run, any -> true).headline().symptom()).isEqualTo(Symptom.LEARNT);
  }

  @Test
  void itHasAtLeastOneFinding() {
    Run run = trial(new Dense(1), MSE).epochs(1).run();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Diagnosis(run, true, List.of()))
        .withMessage("the number of findings must be at least 1. Received: 0");
  }
}
