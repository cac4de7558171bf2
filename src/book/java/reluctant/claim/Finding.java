package reluctant.claim;

import static reluctant.Text.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.sweep.Interval;

/**
 * What was measured once, under one setting, and what it says of the claim.
 *
 * @param setting what differs from the page, such as "10,000 epochs", or blank for the page itself
 * @param measured in words, with the interval
 * @param interval the interval, where there is one
 * @param count how often it happened, of pairs how many more were won than lost; 0 if nothing was
 *     counted
 * @param trials out of how many; 0 if nothing was counted
 * @param lines the trials that were counted, each as the line that replays it
 * @param source where it was measured: on the page, kept, or by another trainer
 * @param answer what it says of the claim
 * @param moving the share of runs that had not come to rest, which a budget tells
 */
public record Finding(
    String setting,
    String measured,
    @Nullable Interval interval,
    long count,
    long trials,
    List<String> lines,
    Source source,
    Answer answer,
    double moving) {
  private static final double FEW_MOVE = 0.05;

  /** Where something was measured. */
  public enum Source {
    /** By the cells of the page. */
    PAGE,
    /** By {@code ./workbook attack}, and kept; of the page itself, all but the first seeds. */
    KEPT,
    /** By another trainer, and kept. */
    OUTSIDE;

    /** Returns the name that cards and files use, such as "page". */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    Require.present("setting", setting);
    if (measured.isBlank()) {
      throw Require.refusal("measured must say something. Received: a blank text");
    }
    lines = List.copyOf(lines);
  }

  /** Judges what was counted; a text stands before the number, an attack's number by itself. */
  static Finding counted(
      String setting, String text, Measure measure, Word word, List<String> lines, Source source) {
    return new Finding(
        setting,
        text.isEmpty() ? measure.toString() : text + " " + measure,
        measure.interval(),
        measure.count(),
        measure.trials(),
        lines,
        source,
        word.of(measure),
        0);
  }

  /** What follows from something else than counting. */
  static Finding fact(String setting, String measured, boolean holds) {
    return new Finding(setting, measured, null, 0, 0, List.of(), Source.PAGE, Answer.of(holds), 0);
  }

  /** Both in one sentence, which holds if both hold. */
  Finding and(Finding other) {
    return new Finding(
        setting,
        measured + "; " + other.measured,
        other.interval,
        other.count,
        trials == 0 ? other.trials : other.trials == 0 ? trials : Math.min(trials, other.trials),
        Stream.concat(lines.stream(), other.lines.stream()).distinct().toList(),
        source == Source.PAGE ? other.source : source,
        answer.and(other.answer),
        Math.max(moving, other.moving));
  }

  /** The same with the share of its runs that had not come to rest. */
  Finding moving(double share) {
    return new Finding(setting, measured, interval, count, trials, lines, source, answer, share);
  }

  /** Returns the setting, with the share that still moves where that is more than one in twenty. */
  public String told() {
    return moving > FEW_MOVE ? format("%s (%.0f %% still moving)", setting, 100 * moving) : setting;
  }

  /** Whether it was counted over too few trials to say anything. */
  boolean isTooFew() {
    return trials > 0 && trials < Verdict.FEWEST_TRIALS;
  }
}
