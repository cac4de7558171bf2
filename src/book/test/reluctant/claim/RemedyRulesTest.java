package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.data.Distribution;
import reluctant.data.Problems;
import reluctant.diagnose.GivenRun;
import reluctant.pyramid.HalfDead;
import reluctant.pyramid.Reaches;
import reluctant.sweep.Rule;

class RemedyRulesTest {

  @Test
  void eachIsFoundByItsName() {
    var rules =
        List.<Rule<?>>of(
            Rules.lossBelow(0.5),
            Rules.unexplainedBelow(0.015),
            Rules.correlatedBelow(0.35),
            Rules.silentAt(0),
            (Rule<Boolean>) Reaches::pyramid,
            (Rule<HalfDead>) HalfDead::of);
    for (Rule<?> rule : rules) {
      assertThat(Rules.named(rule.name()).name()).isEqualTo(rule.name());
    }
    assertThat(Rules.named("silent at 0.0")).isEqualTo(Rules.silentAt(0));
    assertThatThrownBy(() -> Rules.named("louder than 3"))
        .hasMessageStartingWith("rule must be one that can be attacked, add it to Rules.");
  }

  @Test
  void boundsAreOfWhatTheySay() {
    var points = Problems.euclideanDistance(1000, Distribution.NORMAL);
    var run = GivenRun.directions(points, new double[] {0, 120, 240}, 0, 0, -100);
    assertThat(Rules.silentAt(0).of(run)).isTrue();
    assertThat(Rules.correlatedBelow(0.35).of(run)).isTrue();
    assertThat(Rules.correlatedBelow(0.25).of(run)).isFalse();
    assertThat(Rules.unexplainedBelow(0.08).of(run)).isFalse();
    var living = GivenRun.directions(points, new double[] {0, 120, 240}, 0, 0, 0);
    assertThat(Rules.silentAt(0).of(living)).isFalse();
    assertThat(Rules.unexplainedBelow(0.015).of(living)).isTrue();
  }
}
