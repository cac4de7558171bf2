package reluctant.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamTest {

  @Test
  void epsilonIsAddedToTheRootOfTheBareMoment() {
    // With g = 1e-7 epsilon weighs as much as the gradient, so its place and size show.
    double g = 1e-7;
    var w = new double[1];
    new Adam(0.001).start(1).apply(0.001, new double[] {g}, w);
    double step = 0.001 * Math.sqrt(1 - 0.999) / (1 - 0.9);
    double expected = -step * (0.1 * g) / (Math.sqrt(0.001 * g * g) + 1e-7);
    assertThat(w[0]).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @Test
  void epsilonIsKerasDefault() {
    assertThat(new Adam().epsilon()).isEqualTo(1e-7);
    assertThat(new Adam(0.001, 0.9, 0.999, 1e-7)).isEqualTo(new Adam());
  }

  @Test
  void momentsOfADeadUnitDoNotLingerInTheDenormalRange() {
    var state = new Adam(0.001).start(1);
    var w = new double[1];
    state.apply(0.001, new double[] {1}, w);
    double beforeLast = 0;
    for (int step = 2; step <= 8000; step++) {
      beforeLast = w[0];
      state.apply(0.001, new double[1], w);
    }
    assertThat(w[0]).isEqualTo(beforeLast);
  }
}
