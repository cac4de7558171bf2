package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.absolute.NegativeInputs;
import reluctant.diagnose.Symptom;
import reluctant.linear.LinearMap;
import reluctant.spectrum.Spectrum;
import reluctant.sweep.Rule;
import reluctant.train.Metric;

class RulesTest {

  static List<Rule<?>> rules() {
    return List.of(
        Rules.lossBelow(0.25),
        Rules.unexplainedBelow(1e-5),
        Rules.mapWithin(0.1),
        Rule.atLeast(Metric.BINARY_ACCURACY, 1),
        Rule.atLeast(Metric.CATEGORICAL_ACCURACY, 1),
        (Rule<LinearMap>) LinearMap::of,
        (Rule<Integer>) Spectrum::stuckBins,
        (Rule<Symptom>) Symptom::of,
        (Rule<NegativeInputs>) NegativeInputs::of);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleIsFoundByItsName(Rule<?> rule) {
    assertThat(Rules.named(rule.name()).name()).isEqualTo(rule.name());
  }

  @Test
  void eachNameIsThatOfItsRule() {
    assertThat(Rules.names()).allMatch(name -> Rules.named(name).name().equals(name));
  }

  @Test
  void aBoundIsKept() {
    assertThat(Rules.named("linear map within 0.1")).isEqualTo(Rules.mapWithin(0.1));
    assertThat(Rules.named("loss below 0.1")).isNotEqualTo(Rules.lossBelow(0.2));
  }

  @Test
  void aNameOfNoRuleIsRefused() {
    assertThatThrownBy(() -> Rules.named("linear map within"))
        .hasMessageStartingWith("rule must be one that can be attacked");
    assertThatThrownBy(() -> Rules.mapWithin(0)).hasMessageStartingWith("largestError must be");
  }
}
