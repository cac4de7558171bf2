package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reluctant.train.ProgressDisplay;
import reluctant.train.ProgressListener;

class ProgressTest {
  private static final long MILLISECOND = 1_000_000;

  private final RecordingKernel kernel = new RecordingKernel();
  // Near its end, so that the clock runs over as nanoTime may.
  private long now = Long.MAX_VALUE - 500 * MILLISECOND;

  private Progress progress() {
    return new Progress("400 seeds", kernel, () -> now);
  }

  @Test
  void shortWorkShowsNothing() {
    try (Progress progress = progress()) {
      for (int i = 0; i < 99; i++) {
        now += 10 * MILLISECOND;
        progress.progress(i, 100);
        progress.tick();
      }
    }
    assertThat(kernel.messages).isEmpty();
  }

  @Test
  void longWorkIsShownFiveTimesASecondAtMost() {
    Progress progress = progress();
    for (int i = 1; i <= 10_000; i++) {
      now += MILLISECOND;
      progress.progress(i, 10_000);
      progress.tick();
    }
    List<String> bars = kernel.messages.subList(0, kernel.messages.size() - 1);
    assertThat(bars).hasSizeBetween(44, 46).doesNotHaveDuplicates();
    assertThat(bars.get(0))
        .isEqualTo("display:400 seeds  ███░░░░░░░░░░░░░░░░░░░░░░░░░░░  10 %, 9 s left");
    assertThat(kernel.messages).endsWith("update:");
  }

  @Test
  void theBarSaysWhatIsWaitedFor() {
    Progress progress = progress();
    now += 5000 * MILLISECOND;
    progress.progress(50, 100);
    progress.waiting(50, 100, "a worker of spark://host:7077");
    progress.tick();
    now += 5000 * MILLISECOND;
    progress.progress(60, 100);
    progress.tick();
    assertThat(kernel.messages.get(0))
        .endsWith("  50 %, waiting for a worker of spark://host:7077");
    assertThat(kernel.messages.get(1)).endsWith("  60 %, 7 s left");
  }

  @Test
  void whereThereIsNoBarALineSaysWhatIsWaitedFor() {
    PrintStream before = System.err;
    var said = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      ProgressListener.NONE.waiting(1234, 60_000, "a worker of spark://host:7077");
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "1,234 of 60,000 are done, waiting for a worker of spark://host:7077.\n");
  }

  @Test
  void allOfItTakesTheBarAwayOnce() {
    Progress progress = progress();
    now += 5000 * MILLISECOND;
    progress.progress(50, 100);
    progress.tick();
    progress.progress(100, 100);
    progress.progress(100, 100);
    progress.close();
    assertThat(kernel.messages).hasSize(2).endsWith("update:");
  }

  @Test
  void inAKernelItTicksByItself() throws InterruptedException {
    try (Progress ticking = Progress.of("400 seeds", kernel)) {
      ticking.progress(0, 100);
      while (kernel.size() == 0) {
        Thread.sleep(10);
      }
    }
    assertThat(kernel.messages)
        .containsExactly("display:400 seeds  " + "░".repeat(30) + "  0 %", "update:");
  }

  @Test
  void manyBarsHaveOneThreadAndTellTheirOwn() throws InterruptedException {
    try (Progress one = Progress.of("one", kernel);
        Progress other = Progress.of("other", kernel)) {
      for (int i = 0; i < 1000; i++) {
        Progress.of("short work", kernel).close();
      }
      assertThat(tickers()).isEqualTo(1);
      one.progress(1, 2);
      other.progress(1, 4);
      while (kernel.size() < 2) {
        Thread.sleep(10);
      }
    }
    assertThat(kernel.messages)
        .anyMatch(bar -> bar.startsWith("display:one ") && bar.contains(" 50 %"))
        .anyMatch(bar -> bar.startsWith("display:other ") && bar.contains(" 25 %"))
        .noneMatch(bar -> bar.contains("short work"));
  }

  private static long tickers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("reluctant-progress"))
        .count();
  }

  @Test
  void theLibraryFindsTheBars() {
    assertThat(ProgressDisplay.show("400 seeds")).isInstanceOf(Progress.class);
  }

  @Test
  void aLateWorkerDoesNotPushTheBarBack() {
    Progress progress = progress();
    now += 2000 * MILLISECOND;
    progress.progress(60, 100);
    progress.tick();
    now += 1000 * MILLISECOND;
    progress.progress(20, 100);
    progress.tick();
    assertThat(kernel.messages.get(1)).contains(" 60 %");
  }

  @Test
  void withoutNewsItShowsTheTimeThatPasses() {
    Progress progress = progress();
    now += 1000 * MILLISECOND;
    assertThat(progress.tick()).isTrue();
    now += 9000 * MILLISECOND;
    progress.progress(50, 100);
    progress.tick();
    now += 4000 * MILLISECOND;
    progress.tick();
    progress.tick();
    now += 9000 * MILLISECOND;
    progress.tick();
    now += 9000 * MILLISECOND;
    progress.tick();
    assertThat(kernel.messages).hasSize(4);
    assertThat(kernel.messages.get(0)).endsWith(" 0 %");
    assertThat(kernel.messages.get(1)).endsWith(" 50 %, 10 s left");
    assertThat(kernel.messages.get(2)).endsWith(" 50 %, 6 s left");
    assertThat(kernel.messages.get(3)).endsWith(" 50 %, 1 s left");
    progress.close();
    assertThat(progress.tick()).isFalse();
  }

  @Test
  void afterTheEndNothingIsShown() {
    Progress progress = progress();
    progress.close();
    now += 5000 * MILLISECOND;
    progress.progress(50, 100);
    progress.tick();
    assertThat(kernel.messages).isEmpty();
  }

  @Test
  void manyThreadsMayReport() {
    Progress progress = progress();
    now += 2000 * MILLISECOND;
    IntStream.rangeClosed(1, 999).parallel().forEach(i -> progress.progress(i, 1000));
    progress.tick();
    progress.progress(1000, 1000);
    assertThat(kernel.messages).hasSize(2).endsWith("update:");
    assertThat(kernel.messages.get(0)).contains(" 99 %");
  }

  @Test
  void timesAreInWords() {
    Progress progress = progress();
    now += 10_000 * MILLISECOND;
    progress.progress(0, 100);
    progress.tick();
    now += 90_000 * MILLISECOND;
    progress.progress(50, 100);
    progress.tick();
    now += 100_000 * MILLISECOND;
    progress.progress(51, 100);
    progress.tick();
    now += 100_000_000 * MILLISECOND;
    progress.progress(52, 100);
    progress.tick();
    assertThat(kernel.messages.get(0)).endsWith(" 0 %");
    assertThat(kernel.messages.get(1)).endsWith(" 50 %, 1 min 40 s left");
    assertThat(kernel.messages.get(3)).endsWith(" 52 %, 25 h 41 min left");
  }

  @Test
  void anInterruptedThreadStaysSoAndTheBarSaysHowFarItCame() {
    Progress progress = progress();
    progress.progress(25, 100);
    now += 2000 * MILLISECOND;
    Thread.currentThread().interrupt();
    progress.progress(50, 100);
    progress.close();
    progress.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(kernel.messages)
        .containsExactly(
            "display:400 seeds  ███████████████░░░░░░░░░░░░░░░  50 %, interrupted: what was reached"
                + " is in the cell's variable");
  }

  @Test
  void anInterruptAfterTheLastBatchTakesTheBarAway() {
    Progress progress = progress();
    now += 2000 * MILLISECOND;
    progress.progress(99, 100);
    progress.tick();
    Thread.currentThread().interrupt();
    progress.progress(100, 100);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(kernel.messages).hasSize(2).endsWith("update:");
  }

  /** As the kernels' own, which is in another package in each. */
  private static final class ZMQException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void aBarKnowsItsCellBeforeItShows() {
    Progress progress = progress();
    assertThat(kernel.entered).isOne();
    progress.close();
    assertThat(kernel.messages).isEmpty();
  }

  @Test
  void anInterruptWhileSendingIsNotLost() {
    kernel.failure = new ZMQException();
    Progress progress = progress();
    now += 2000 * MILLISECOND;
    progress.progress(50, 100);
    progress.tick();
    assertThat(Thread.interrupted()).isTrue();
    now += 2000 * MILLISECOND;
    progress.tick();
    assertThat(Thread.interrupted()).isFalse();
    kernel.failure = new IllegalStateException("no such display");
    Progress other = progress();
    now += 2000 * MILLISECOND;
    assertThatThrownBy(other::tick).isSameAs(kernel.failure);
  }

  @Test
  void anInterruptWhileSendingIsStillToldOf() {
    Progress progress = progress();
    now += 2000 * MILLISECOND;
    progress.progress(50, 100);
    progress.tick();
    kernel.failure = new ZMQException();
    now += 2000 * MILLISECOND;
    progress.tick();
    kernel.failure = null;
    progress.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(kernel.messages).last().asString().startsWith("update:").contains("interrupted");
  }

  @Test
  void outsideAKernelNothingHappens() {
    try (var progress = new ProgressBars().open("anything")) {
      progress.progress(50, 100);
    }
    assertThat(kernel.messages).isEmpty();
  }

  @Test
  void onlyPartsOfTheWholeAreTaken() {
    Progress progress = progress();
    assertThatThrownBy(() -> progress.progress(101, 100))
        .hasMessage("done must be from 0 to 100. Received: 101");
    assertThatThrownBy(() -> progress.progress(-1, 100))
        .hasMessage("done must be from 0 to 100. Received: -1");
  }
}
