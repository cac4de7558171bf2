package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reluctant.pyramid.Creases;
import reluctant.pyramid.DeadUnits;
import reluctant.pyramid.FailureCause;
import reluctant.pyramid.FreshSamples;
import reluctant.pyramid.Rest;
import reluctant.pyramid.Shape;
import reluctant.pyramid.Waking;
import reluctant.sweep.Rule;

class PyramidRulesTest {

  static final List<Rule<?>> WITH_CUTS =
      List.of(
          Rules.lossBelow(1e-9),
          Rules.unexplainedBelow(0.02),
          Creases.within(0.1, 10),
          DeadUnits.activeBelow(0.05),
          FailureCause.within(1e-4, 2),
          Shape.by(0.01, 0.1, 0.6, 0.9),
          FreshSamples.of(20).farther(2.5).inLayer(1),
          Waking.inLayer(1));

  @ParameterizedTest
  @FieldSource("WITH_CUTS")
  void aRuleIsFoundAgainByItsName(Rule<?> rule) {
    assertThat(Rules.named(rule.name())).isEqualTo(rule);
  }

  @Test
  void aMethodIsFoundAgainToo() {
    Rule<Rest> rest = Rest::of;
    Rule<Creases> creases = Creases::of;
    assertThat(Rules.named(rest.name()).name()).isEqualTo(rest.name());
    assertThat(Rules.named(creases.name()).name()).isEqualTo(creases.name());
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.named("creases within x"));
  }
}
