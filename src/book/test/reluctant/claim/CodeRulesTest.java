package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.depth.Codes;
import reluctant.depth.OpenPaths;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Rule;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class CodeRulesTest {
  private static final Run RUN =
      new Trial(
              Sequential.of(2, new Dense(4, RELU), new Dense(1)),
              xor(),
              new Fit(new Adam(0.01), MSE, 3, 4),
              0)
          .run();

  @Test
  void aRuleIsFoundByItsName() {
    for (Rule<Boolean> each :
        List.of(
            Rules.lossBelow(0.1),
            Rules.unexplainedBelow(1e-9),
            Rules.zerosAbove(0.25),
            Rules.spreadAbove(0),
            Rules.correlationBelow(0))) {
      assertThat(Rules.named(each.name())).isEqualTo(each);
    }
    assertThat(Rules.named("OpenPaths::of").of(RUN)).isEqualTo(OpenPaths.of(RUN));
    assertThatThrownBy(() -> Rules.named("none")).hasMessageContaining("add it to Rules");
  }

  @Test
  void aBoundIsCompared() {
    double zeros = Codes.zeros(RUN);
    assertThat(Rules.zerosAbove(zeros - 0.01).of(RUN)).isTrue();
    assertThat(Rules.zerosAbove(zeros).of(RUN)).isFalse();
    double spread = Codes.spread(RUN);
    assertThat(Rules.spreadAbove(spread - 0.01).of(RUN)).isTrue();
    assertThat(Rules.spreadAbove(spread).of(RUN)).isFalse();
    double correlation = Codes.correlation(RUN);
    assertThat(Rules.correlationBelow(correlation + 0.01).of(RUN)).isTrue();
    assertThat(Rules.correlationBelow(correlation).of(RUN)).isFalse();
    double loss = RUN.history().finalLoss();
    assertThat(Rules.lossBelow(loss).of(RUN)).isFalse();
    assertThat(Rules.lossBelow(2 * loss).of(RUN)).isTrue();
  }
}
