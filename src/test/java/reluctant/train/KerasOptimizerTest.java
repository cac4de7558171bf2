package reluctant.train;

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
}
