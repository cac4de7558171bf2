package reluctant.doctor;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.diagnose.Criterion;
import reluctant.diagnose.Symptom;
import reluctant.sweep.Rate;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * Why a trial fails, by trying: how often it fails over seeds, and which of the usual remedies
 * makes the same seeds learn.
 *
 * <pre>{@code
 * Doctor.of(trial)
 * // It fails in 16 of 16 runs because its inputs are not scaled: ..
 * }</pre>
 *
 * <p>A cause is named when taking it away moves the rate. It trains 16 seeds at first, 32 and 64
 * where that leaves it open, four of each block of 64 that shares an order of samples; remedies
 * that cure too little, or less than another one, are dropped on the way. Where several help alike,
 * the cause is the one that lies nearest to what can be seen of the trial itself: an architecture
 * or data that cannot work come before a bad start, that before the size of steps, and last what
 * more of everything cures. Where nothing surely helps, it says that it is not sure.
 *
 * <p>What it finds is the same whenever it has the time; how long it may take depends on the
 * machine. Immutable.
 */
public final class Doctor {

  /** How it ended. */
  public enum End {
    /** The trial learns nearly always: surely in more than 80 % of the runs. */
    HEALTHY,
    /** A cause was found. */
    SURE,
    /** It fails, and no remedy surely helps enough. */
    NOT_SURE,
    /** To be sure would take longer than it may. */
    TOO_LONG,
    /** The thread was interrupted. */
    INTERRUPTED
  }

  /** How long an examination may take, unless it is said. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Trial trial;
  private final End end;
  private final Rate rate;
  private final List<Sign> signs;
  private final List<Treatment> treatments;
  private final @Nullable Treatment cure;
  private final double seconds;
  private final long example;

  Doctor(
      Trial trial,
      End end,
      Rate rate,
      List<Sign> signs,
      List<Treatment> treatments,
      @Nullable Treatment cure,
      double seconds,
      long example) {
    this.trial = trial;
    this.end = end;
    this.rate = rate;
    this.signs = List.copyOf(signs);
    this.treatments = List.copyOf(treatments);
    this.cure = cure;
    this.seconds = seconds;
    this.example = example;
  }

  /**
   * Examines a trial, judged by {@link Criterion}, for at most 20 seconds.
   *
   * @param trial what is examined; its own seed does not matter
   * @return what was found
   */
  public static Doctor of(Trial trial) {
    return of(trial, Criterion.of(trial)::isMetBy);
  }

  /**
   * Examines a trial, judged by a rule of one's own, for at most 20 seconds.
   *
   * @param trial what is examined; its own seed does not matter
   * @param learnt says whether a run has learnt; a rule of a sweep is one by {@code rule::of}. It
   *     judges the remedies too, of which some change the scale of the data or the loss. Called by
   *     several threads
   * @return what was found
   */
  public static Doctor of(Trial trial, Predicate<? super Run> learnt) {
    return of(trial, learnt, PATIENCE);
  }

  /**
   * Examines a trial.
   *
   * @param trial what is examined; its own seed does not matter
   * @param learnt says whether a run has learnt. Called by several threads
   * @param patience how long it may take, longer than 0; what would take much longer is not begun
   * @return what was found
   */
  public static Doctor of(Trial trial, Predicate<? super Run> learnt, Duration patience) {
    Require.present("trial", trial);
    Require.present("learnt", learnt);
    Require.present("patience", patience);
    if (patience.isNegative() || patience.isZero()) {
      throw Require.refusal("patience must be longer than 0. Received: " + patience);
    }
    return new Examination(trial.seed(0), learnt, patience).run();
  }

  /** Returns what was examined, of seed 0. */
  public Trial trial() {
    return trial;
  }

  /** Returns how it ended. */
  public End end() {
    return end;
  }

  /** Returns how often the trial learns as it is. */
  public Rate rate() {
    return rate;
  }

  /** Returns why it fails, if that is sure. */
  public Optional<Cause> cause() {
    return Optional.ofNullable(cure).map(Treatment::cause);
  }

  /** Returns the remedy that takes the cause away, if one is known. */
  public Optional<Treatment> cure() {
    return Optional.ofNullable(cure);
  }

  /** Returns all remedies that were tried, those that learn most often first. */
  public List<Treatment> treatments() {
    return treatments;
  }

  /** Returns how many seconds it took or, where it was too long, would take. */
  public double seconds() {
    return seconds;
  }

  /** Returns a run that fails, to be looked at, if there is one. */
  public Optional<Trial> failing() {
    return signs.isEmpty() ? Optional.empty() : Optional.of(trial.seed(example));
  }

  /** Returns the trial of the same seed with what helps most, if something surely helps. */
  public Optional<Trial> cured() {
    return cure().map(treatment -> treatment.trial().seed(example));
  }

  /** Returns what the runs that failed show, by their number, the most frequent first. */
  public Map<Symptom, Long> symptoms() {
    Map<Symptom, Long> counts =
        signs.stream().collect(groupingBy(Sign::symptom, TreeMap::new, counting()));
    var sorted = new LinkedHashMap<Symptom, Long>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Symptom, Long>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(sorted);
  }

  /** Returns what was found in a sentence. */
  public String sentence() {
    return DoctorText.sentence(this);
  }

  /** Returns a sentence, a line for each remedy, and the lines that replay what they say. */
  @Override
  public String toString() {
    return DoctorText.of(this);
  }
}
