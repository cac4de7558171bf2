package reluctant.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KerasOptimizerTest {

  @Test
  void namesStandForOptimizersWithKerasDefaults() {
    assertThat(KerasOptimizer.SGD.with(0.1)).isEqualTo(new SGD(0.1));
    assertThat(KerasOptimizer.MOMENTUM.with(0.1)).isEqualTo(new SGD(0.1, 0.9));
    assertThat(KerasOptimizer.ADAM.with(0.001)).isEqualTo(new Adam());
    assertThat(KerasOptimizer.ADAMW.with(0.001)).isEqualTo(new AdamW());
    assertThat(KerasOptimizer.LION.with(0.001)).isEqualTo(new Lion());
  }

  @Test
  void eachNameStandsForItsOwnOptimizer() {
    assertThat(KerasOptimizer.values())
        .extracting(name -> name.with(0.5).toString())
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> KerasOptimizer.NADAM.with(0))
        .hasMessageStartingWith("learningRate must be");
  }

  @Test
  void anotherLearningRateIsAllThatChanges() {
    for (KerasOptimizer name : KerasOptimizer.values()) {
      assertThat(name.with(0.1).learningRate(0.5)).isEqualTo(name.with(0.5));
      assertThat(name.with(0.1).clipNorm(2).learningRate(0.5))
          .isEqualTo(name.with(0.5).clipNorm(2));
    }
    var adam = new Adam(0.1, 0.8, 0.99, 1e-3, true);
    assertThat(adam.learningRate(0.5)).isEqualTo(new Adam(0.5, 0.8, 0.99, 1e-3, true));
    assertThatThrownBy(() -> adam.learningRate(0)).hasMessageStartingWith("learningRate must be");
  }
}
