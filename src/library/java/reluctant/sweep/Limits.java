package reluctant.sweep;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a sweep ends before all its seeds are counted.
 *
 * @param time how long it may run, or null
 * @param width the width of which all intervals must be narrower, or 0
 */
record Limits(@Nullable Duration time, double width) {

  /** All seeds are counted. */
  static final Limits NONE = new Limits(null, 0);

  /** An interval of fewer trials says little, however narrow it is. */
  static final int LEAST_TRIALS = 64;

  /** Returns how long it may run, 292 years if without limit. */
  long nanos() {
    boolean limited = time != null && time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0;
    return limited && time != null ? time.toNanos() : Long.MAX_VALUE;
  }

  <O extends Comparable<? super O>> boolean areNarrow(List<Tally<O>> cells) {
    return width > 0 && cells.stream().allMatch(this::isNarrow);
  }

  private <O extends Comparable<? super O>> boolean isNarrow(Tally<O> cell) {
    return cell.trials() >= LEAST_TRIALS
        && cell.outcomes().stream()
            .map(outcome -> cell.rate(outcome).interval())
            .allMatch(interval -> interval.high() - interval.low() < width);
  }
}
