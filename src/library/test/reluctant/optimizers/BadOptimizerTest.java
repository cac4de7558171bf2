package reluctant.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimizers refuse what they cannot step by, in one sentence. */
@SuppressWarnings("NullAway") // Callers need not be checked for null: that is what is tried here.
class BadOptimizerTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Arguments bad(String message, ThrowingCallable call) {
    return Arguments.of(message, call);
  }

  static Stream<Arguments> optimizers() {
    return Stream.of(
        bad("learningRate must be a finite number above 0. Received: 0.0", () -> new SGD(0)),
        bad("learningRate must be a finite number above 0", () -> new SGD(INFINITY)),
        bad("learningRate must be a finite number above 0", () -> new Adam(NAN)),
        bad("learningRate must be a finite number above 0", () -> new Adamax(-1)),
        bad("learningRate must be a finite number above 0", () -> new Nadam(0)),
        bad("learningRate must be a finite number above 0", () -> new RMSprop(0)),
        bad("learningRate must be a finite number above 0", () -> new Adagrad(0)),
        bad("learningRate must be a finite number above 0", () -> new Adadelta(0)),
        bad("learningRate must be a finite number above 0", () -> new Lion(0)),
        bad("learningRate must be a finite number above 0", () -> new Rprop(0)),
        bad("increase must be at least 1. Received: 0.5", () -> new Rprop(1, 0.5, 0.5, 1, 2)),
        bad("decrease must be above 0 and below 1", () -> new Rprop(1, 2, 1, 1, 2)),
        bad("smallest must be a finite number above 0", () -> new Rprop(1, 2, 0.5, 0, 2)),
        bad(
            "largest must be at least smallest, 1.0. Received: 0.5",
            () -> new Rprop(1, 2, 0.5, 1, 0.5)),
        bad("learningRate must be a finite number above 0", () -> new Ftrl(0)),
        bad("momentum must be at least 0 and below 1. Received: 1.0", () -> new SGD(1, 1)),
        bad("beta1 must be at least 0 and below 1", () -> new Adam(1, 1, 0.9, 1e-7)),
        bad("beta2 must be at least 0 and below 1", () -> new Adam(1, 0.9, -1, 1e-7)),
        bad("epsilon must be a finite number above 0", () -> new Adam(1, 0.9, 0.9, 0)),
        bad("beta2 must be at least 0 and below 1", () -> new Adamax(1, 0.9, 1, 1e-7)),
        bad("beta1 must be at least 0 and below 1", () -> new Nadam(1, NAN, 0.9, 1e-7)),
        bad("adam is empty", () -> new AdamW(null, 0.1)),
        bad("weightDecay must be a finite number of at least 0", () -> new AdamW(0.1, -1)),
        bad("rho must be at least 0 and below 1", () -> new RMSprop(1, 1, 0, 1e-7, false)),
        bad("rho must be at least 0 and below 1", () -> new Adadelta(1, 2, 1e-7)),
        bad("initialAccumulatorValue must be a finite", () -> new Adagrad(1, -1, 1e-7)),
        bad("beta1 must be at least 0 and below 1", () -> new Lion(1, 1, 0.9)),
        bad("learningRatePower must be at most 0", () -> new Ftrl(1, 0.5, 0.1, 0, 0, 0, 0)),
        bad("l1 must be a finite number of at least 0", () -> new Ftrl(1, -0.5, 0.1, -1, 0, 0, 0)),
        bad("limit must be a finite number above 0", () -> new SGD().clipNorm(0)),
        bad("limit must be a finite number above 0", () -> new SGD().clipValue(-1)),
        bad("limit must be a finite number above 0", () -> new SGD().globalClipNorm(NAN)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("optimizers")
  void isRefusedInOneSentence(String message, ThrowingCallable call) {
    Throwable refusal = catchThrowable(call);
    assertThat(refusal).isExactlyInstanceOf(IllegalArgumentException.class);
    assertThat(refusal).hasMessageStartingWith(message).hasMessageContaining("Received: ");
    assertThat(List.of(refusal.getMessage().split("\n", -1))).hasSize(1);
  }
}
