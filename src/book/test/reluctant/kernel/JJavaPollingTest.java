package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.dflib.jjava.jupyter.channels.Loop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JJavaPollingTest {
  private static final long JJAVA_SLEEPS = 50;

  private long now;
  private Duration work = Duration.ZERO;
  private long pause = JJAVA_SLEEPS;
  private final JJavaPolling polling =
      new JJavaPolling(
          () -> {
            now += work.toNanos();
            return pause;
          },
          () -> now);

  @Test
  void theNextLookComesSoonAfterAMessageAndLaterAsSeldomAsByItself() {
    assertThat(after(Duration.ofSeconds(10))).isEqualTo(JJAVA_SLEEPS);
    work = Duration.ofMillis(3);
    assertThat(after(Duration.ofSeconds(10))).isEqualTo(1);
    work = Duration.ZERO;
    assertThat(after(Duration.ofMillis(7))).isEqualTo(1);
    assertThat(after(Duration.ofMillis(73))).isEqualTo(10);
    assertThat(after(Duration.ofSeconds(1))).isEqualTo(JJAVA_SLEEPS);
  }

  @Test
  void aLoopThatShallEndEnds() {
    pause = -1;
    assertThat(after(Duration.ofSeconds(10))).isNegative();
  }

  /** By itself it would sleep for an hour before the second look. */
  @Test
  @Timeout(60)
  void aLoopIsHastened() throws InterruptedException {
    var looks = new CountDownLatch(2);
    Loop loop = new Loop("Shell-test", Duration.ofHours(1).toMillis(), looks::countDown);
    JJavaPolling.hasten(loop);
    loop.start();
    looks.await();
    loop.shutdown();
  }

  private long after(Duration wait) {
    now += wait.toNanos();
    return polling.getAsLong();
  }
}
