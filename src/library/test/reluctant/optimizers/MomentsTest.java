package reluctant.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Moments that became tiny are 0 after the 256th step, and only after that. */
class MomentsTest {

  /** Their squares are below 1e-200. */
  private static final double BEFORE = 1e-105;

  private static final double AFTER = -1e-107;
  private static final double TINY = 1e-300;

  /** An optimizer, and the step that it makes from empty moments for the gradient AFTER. */
  static Stream<Arguments> optimizers() {
    double g = AFTER;
    double root = Math.sqrt(0.5);
    return Stream.of(
        Arguments.of(new SGD(1, 0.5), g),
        Arguments.of(new SGD(1, 0.5, true), 1.5 * g),
        // All beta^t are 0 by then.
        Arguments.of(new Adam(1, 0.5, 0.5, TINY), 0.5 * g / (root * -g)),
        Arguments.of(new Adamax(1, 0.5, 0.999999, TINY), 0.5 * g / -g),
        Arguments.of(new Nadam(1, 0.5, 0.5, TINY), (0.5 * 0.5 * g + (1 - 0.5) * g) / (root * -g)),
        Arguments.of(
            new RMSprop(1e-120, 0.5, 0.5, 1e-216, false),
            1e-120 * g / Math.sqrt(0.5 * g * g + 1e-216)),
        Arguments.of(
            new RMSprop(1e-120, 0.5, 0.5, 1e-216, true),
            1e-120 * g / Math.sqrt(0.25 * g * g + 1e-216)),
        Arguments.of(new Adadelta(1, 0.5, TINY), Math.sqrt(TINY) * g / (root * -g)),
        Arguments.of(new Lion(1, 0.5, 0.5), -1.0));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void areForgottenAfter256Steps(Optimizer optimizer, double step) {
    assertThat(stepAfter(256, optimizer)).isCloseTo(step, within(1e-4 * Math.abs(step)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void areKeptUntilThen(Optimizer optimizer, double step) {
    assertThat(stepAfter(255, optimizer)).isNotCloseTo(step, within(1e-2 * Math.abs(step)));
  }

  private static double stepAfter(int steps, Optimizer optimizer) {
    OptimizerState state = optimizer.start(1);
    double[] w = {0};
    for (int i = 0; i < steps; i++) {
      state.apply(optimizer.learningRate(), new double[] {BEFORE}, w);
    }
    w[0] = 0;
    state.apply(optimizer.learningRate(), new double[] {AFTER}, w);
    return -w[0];
  }
}
