package reluctant.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reluctant.train.ProgressDisplay;

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
      }
    }
    assertThat(kernel.messages).containsExactly("display:", "update:");
  }

  @Test
  void longWorkIsShownFiveTimesASecondAtMost() {
    Progress progress = progress();
    for (int i = 1; i <= 10_000; i++) {
      now += MILLISECOND;
      progress.progress(i, 10_000);
    }
    List<String> bars = kernel.messages.subList(1, kernel.messages.size() - 1);
    assertThat(bars).hasSizeBetween(44, 46).doesNotHaveDuplicates();
    assertThat(bars.get(0))
        .isEqualTo("update:400 seeds  ███░░░░░░░░░░░░░░░░░░░░░░░░░░░  10 %, 9 s left");
    assertThat(kernel.messages).endsWith("update:");
  }

  @Test
  void whatIsKeptDoesNotDependOnTheTimeThatItTook() {
    progress().progress(100, 100);
    List<String> fast = List.copyOf(kernel.messages);
    kernel.messages.clear();
    Progress slow = progress();
    now += 5000 * MILLISECOND;
    slow.progress(50, 100);
    slow.progress(100, 100);
    slow.progress(100, 100);
    slow.close();
    assertThat(kernel.messages).startsWith(fast.get(0)).endsWith(fast.get(1)).hasSize(3);
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
    now += 200 * MILLISECOND;
    progress.progress(20, 100);
    assertThat(kernel.messages.get(2)).contains(" 60 %");
  }

  @Test
  void afterTheEndNothingIsShown() {
    Progress progress = progress();
    progress.close();
    now += 5000 * MILLISECOND;
    progress.progress(50, 100);
    assertThat(kernel.messages).containsExactly("display:", "update:");
  }

  @Test
  void manyThreadsMayReport() {
    Progress progress = progress();
    now += 2000 * MILLISECOND;
    IntStream.rangeClosed(1, 1000).parallel().forEach(i -> progress.progress(i, 1000));
    assertThat(kernel.messages).hasSizeLessThanOrEqualTo(3).endsWith("update:");
  }

  @Test
  void timesAreInWords() {
    Progress progress = progress();
    now += 10_000 * MILLISECOND;
    progress.progress(0, 100);
    now += 90_000 * MILLISECOND;
    progress.progress(50, 100);
    now += 100_000 * MILLISECOND;
    progress.progress(51, 100);
    now += 100_000_000 * MILLISECOND;
    progress.progress(52, 100);
    assertThat(kernel.messages.get(1)).endsWith(" 0 %");
    assertThat(kernel.messages.get(2)).endsWith(" 50 %, 1 min 40 s left");
    assertThat(kernel.messages.get(4)).endsWith(" 52 %, 25 h 41 min left");
  }

  @Test
  void anInterruptedThreadSendsNothingAndStaysInterrupted() {
    Progress progress = progress();
    now += 2000 * MILLISECOND;
    Thread.currentThread().interrupt();
    progress.progress(50, 100);
    progress.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(kernel.messages).containsExactly("display:");
  }

  /** As the kernels' own, which is in another package in each. */
  private static final class ZMQException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void anInterruptWhileSendingIsNotLost() {
    kernel.failure = new ZMQException();
    Progress progress = progress();
    now += 2000 * MILLISECOND;
    progress.progress(50, 100);
    assertThat(Thread.interrupted()).isTrue();
    now += 2000 * MILLISECOND;
    progress.progress(60, 100);
    assertThat(Thread.interrupted()).isFalse();
    kernel.failure = new IllegalStateException("no such display");
    Progress other = progress();
    now += 2000 * MILLISECOND;
    assertThatThrownBy(() -> other.progress(50, 100)).isSameAs(kernel.failure);
  }

  @Test
  void outsideAKernelNothingHappens() {
    try (Progress progress = Progress.of("anything")) {
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
