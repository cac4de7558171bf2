package reluctant.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

  private static final Schedule PIECES =
      new PiecewiseConstantDecay(0.5).after(5, 0.25).after(11, 0.125);

  static List<Schedule> all() {
    return List.of(
        new ExponentialDecay(0.5, 8, 0.25),
        new ExponentialDecay(0.5, 8, 0.25, true),
        new InverseTimeDecay(0.5, 4, 2),
        new InverseTimeDecay(0.5, 4, 2, true),
        new PolynomialDecay(0.5, 10, 0.125),
        new PolynomialDecay(0.5, 10, 0.125, 2, true),
        PIECES);
  }

  private static void assertRates(Schedule schedule, double... stepsAndRates) {
    for (int i = 0; i < stepsAndRates.length; i += 2) {
      long step = (long) stepsAndRates[i];
      assertThat(schedule.rate(step))
          .as("%s at %d", schedule, step)
          .isCloseTo(stepsAndRates[i + 1], within(1e-15));
    }
  }

  @Test
  void theyFollowTheirFormulas() {
    assertRates(new ExponentialDecay(0.5, 8, 0.25), 0, 0.5, 4, 0.25, 8, 0.125, 12, 0.0625);
    assertRates(new ExponentialDecay(0.5, 8, 0.25, true), 0, 0.5, 7, 0.5, 8, 0.125, 15, 0.125);
    assertRates(new InverseTimeDecay(0.5, 4, 2), 0, 0.5, 2, 0.25, 6, 0.125);
    assertRates(new InverseTimeDecay(0.5, 4, 0.5, true), 0, 0.5, 3, 0.5, 8, 0.25, 11, 0.25);
    assertRates(new PolynomialDecay(0.5, 10, 0.125), 0, 0.5, 5, 0.3125, 10, 0.125, 99, 0.125);
    assertRates(new PolynomialDecay(0.5, 10, 0.1, 2, false), 5, 0.2, 10, 0.1, 11, 0.1);
    assertRates(PIECES, 0, 0.5, 5, 0.5, 6, 0.25, 11, 0.25, 12, 0.125, 1e9, 0.125);
  }

  /** In a cycle the steps of the fall are 10, then 20 from step 11 on, then 30. */
  @Test
  void aPolynomialMayGoUpAgain() {
    var cycle = new PolynomialDecay(1, 10, 0.5, 1, true);
    assertRates(cycle, 0, 1, 5, 0.75, 10, 0.5, 11, 0.725, 15, 0.625, 20, 0.5, 24, 0.6);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anotherFirstRateKeepsTheProportions(Schedule schedule) {
    Schedule doubled = schedule.startingAt(2 * schedule.rate(0));
    for (long step = 0; step < 40; step++) {
      assertThat(doubled.rate(step)).isEqualTo(2 * schedule.rate(step));
    }
    Optimizer optimizer = new SGD(7).learningRate(schedule);
    assertThat(optimizer.learningRate()).isEqualTo(schedule.rate(0));
    assertThat(optimizer.learningRate(1.0))
        .isEqualTo(new SGD().learningRate(schedule.startingAt(1)));
    assertThat(optimizer.clipValue(1).rate(20)).isEqualTo(schedule.rate(20));
  }

  @Test
  void theLastScheduleCounts() {
    var first = new SGD(7).learningRate(new InverseTimeDecay(0.5, 4, 2));
    assertThat(first.learningRate(PIECES)).isEqualTo(new SGD().learningRate(PIECES));
    assertThat(first).isNotEqualTo(new SGD().learningRate(PIECES));
    assertThat(new SGD(7).rate(3)).isEqualTo(7);
  }

  @Test
  void theyAreValues() {
    assertThat(PIECES)
        .isEqualTo(new PiecewiseConstantDecay(0.5).after(5, 0.25).after(11, 0.125))
        .hasSameHashCodeAs(new PiecewiseConstantDecay(0.5).after(5, 0.25).after(11, 0.125))
        .isNotEqualTo(new PiecewiseConstantDecay(0.5).after(5, 0.25))
        .hasToString("new PiecewiseConstantDecay(0.5).after(5, 0.25).after(11, 0.125)");
    assertThat(new PolynomialDecay(1, 10, 0.5)).hasToString("new PolynomialDecay(1.0, 10, 0.5)");
  }

  @Test
  void theirSettingsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExponentialDecay(0.5, 0, 0.25))
        .withMessage("decaySteps must be at least 1. Received: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PiecewiseConstantDecay(0.5).after(5, 0.25).after(5, 0.125))
        .withMessage("step must be above that of the change before, 5. Received: 5");
    assertThatIllegalArgumentException().isThrownBy(() -> new PiecewiseConstantDecay(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PolynomialDecay(1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new InverseTimeDecay(1, 1, -1));
  }
}
