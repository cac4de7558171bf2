package reluctant.sweep;

import static java.lang.ClassLoader.getPlatformClassLoader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One sentence each: the argument, what was received, the cure. */
class BadSweepTest {

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void badSeedsAreNamed() {
    var sweep = Sweep.of(tiny());
    assertRefused(() -> sweep.seeds(0, 0), "seeds must be at least 1. Received: 0");
    assertRefused(() -> sweep.seeds(0, -5), "seeds must be at least 1. Received: -5");
    assertRefused(
        () -> sweep.seeds(Long.MAX_VALUE, 2),
        "firstSeed must leave room for 2 seeds. Received: 9223372036854775807");
    assertRefused(
        () -> sweep.seeds(0, Long.MAX_VALUE),
        "seeds must be at most 9007199254740992. Received: 9223372036854775807");
    assertThat(sweep.seeds(Long.MAX_VALUE - 3, 3).outcomes(run -> 1).run().count(1)).isEqualTo(3);
    assertThat(sweep.seeds(Long.MIN_VALUE, 3).outcomes(run -> 1).run().count(1)).isEqualTo(3);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badSettingsAreNamed() {
    var sweep = Sweep.of(tiny());
    assertRefused(() -> sweep.threads(0), "threads must be at least 1. Received: 0");
    assertRefused(() -> sweep.threads(9999), "threads must be at most 1024. Received: 9999");
    assertRefused(() -> sweep.engine(null), "engine is empty: run its cell again. Received: null");
    assertRefused(() -> sweep.file(null), "file is empty: run its cell again. Received: null");
    assertRefused(() -> sweep.outcomes(null), "rule is empty: run its cell again. Received: null");
    assertRefused(
        () -> sweep.stopAfter(Duration.ofSeconds(-1)),
        "time must be longer than 0. Received: PT-1S");
    assertRefused(
        () -> sweep.stopAfter(Duration.ZERO), "time must be longer than 0. Received: PT0S");
    for (double width : new double[] {0, 1, -0.1, 2, Double.NaN}) {
      assertRefused(
          () -> sweep.stopWhenNarrowerThan(width),
          "width must be above 0 and below 1. Received: " + width);
    }
  }

  @Test
  void badPartsAreNamed() {
    assertRefused(
        () -> new Part(0, tiny(), 60, 5), "count must be from 1 to 4 after seed 60. Received: 5");
    assertRefused(() -> new Part(-1, tiny(), 0, 5), "number must be at least 0. Received: -1");
  }

  @Test
  @Timeout(60)
  @SuppressWarnings("NullAway")
  void aRuleThatFailsIsNamedWithItsSeedAndEndsTheSweep() throws InterruptedException {
    var sweep = Sweep.of(trial(200)).seeds(0, 1_000_000).threads(2);
    Rule<String> thrower =
        run -> {
          if (run.trial().seed() == 3) {
            throw new IllegalStateException("no such thing");
          }
          return "fine";
        };
    assertThatThrownBy(() -> sweep.outcomes(thrower).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the rule of outcomes must not throw. On seed 3 it threw"
                + " java.lang.IllegalStateException: no such thing");
    Rule<String> nothing = run -> run.trial().seed() == 5 ? null : "fine";
    assertThatThrownBy(() -> sweep.outcomes(nothing).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the rule of outcomes must not return null. It did on seed 5");
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("reluctant-sweep")) {
        thread.join(1000); // The pool has let it go, and it may still be on its last instructions.
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void whereThereIsNoSparkTheCureIsSaid() throws Exception {
    URL library = Engine.class.getProtectionDomain().getCodeSource().getLocation();
    try (var alone = new URLClassLoader(new URL[] {library}, getPlatformClassLoader())) {
      Method spark =
          alone.loadClass(Engine.class.getName()).getDeclaredMethod("spark", String.class);
      assertNoSpark(() -> spark.invoke(null, "local[2]"));
    }
  }

  private static void assertNoSpark(ThrowingCallable call) {
    assertThatThrownBy(call)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Spark must be on the classpath, start the notebooks by ./workbook lab --spark."
                + " Received: a classpath without it");
  }

  @Test
  void outcomesNeedATrial() {
    Thread.currentThread().interrupt();
    var outcomes = Sweep.of(tiny()).outcomes(run -> 1).run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcomes).hasToString("0 trials of 100, interrupted");
    assertThat(outcomes.outcomes()).isEqualTo(List.of());
  }
}
