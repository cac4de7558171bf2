package reluctant.sweep;

import static reluctant.Text.format;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.Thrown;
import reluctant.lanes.Lockstep;
import reluctant.train.Run;

/**
 * How often each outcome happened in some trials, and the first five seeds that had it. Tallies of
 * different seeds add up, in any order, to the same. Outcomes are kept sorted, so that of numbers
 * it is the whole distribution. Not for several threads at once.
 *
 * @param <O> the type of an outcome
 */
public final class Tally<O extends Comparable<? super O>> implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many example seeds are kept of an outcome. */
  static final int EXAMPLES = 5;

  /** An outcome's count and its first seeds, ascending. */
  private record Seen(long count, List<Long> seeds) implements Serializable {

    Seen plus(Seen other) {
      List<Long> first =
          Stream.concat(seeds.stream(), other.seeds.stream()).sorted().limit(EXAMPLES).toList();
      return new Seen(count + other.count, first);
    }
  }

  private static final Seen NEVER = new Seen(0, List.of());

  private final TreeMap<O, Seen> seen = new TreeMap<>();
  private long trials;

  /** A tally of nothing. */
  public Tally() {}

  /**
   * Trains a part and counts what became of it.
   *
   * @param <O> the type of an outcome
   * @param part what is trained
   * @param rule what is counted
   * @return the tally, or nothing if the thread was interrupted
   * @throws IllegalStateException if the rule fails on a run, naming the seed
   */
  public static <O extends Comparable<? super O>> Optional<Tally<O>> of(Part part, Rule<O> rule) {
    Require.present("part", part);
    Require.present("rule", rule);
    return ofWhole(Lockstep.run(part.trial(), part.firstSeed(), part.count()), rule);
  }

  /** Counts what became of a part's runs, or nothing if they were cut off. */
  static <O extends Comparable<? super O>> Optional<Tally<O>> ofWhole(
      List<Run> runs, Rule<O> rule) {
    Tally<O> tally = of(runs, rule);
    // A rule that trains was cut off too, and so what it said may be wrong.
    boolean isWhole = !runs.isEmpty() && !Thread.currentThread().isInterrupted();
    return isWhole ? Optional.of(tally) : Optional.empty();
  }

  /** Counts what became of some runs. */
  static <O extends Comparable<? super O>> Tally<O> of(List<Run> runs, Rule<O> rule) {
    var tally = new Tally<O>();
    for (Run run : runs) {
      tally.add(outcome(run, rule), 1, List.of(run.trial().seed()));
    }
    return tally;
  }

  private static <O> O outcome(Run run, Rule<O> rule) {
    O outcome;
    try {
      outcome = rule.of(run);
    } catch (RuntimeException failure) {
      throw Thrown.unresolved(failure)
          .orElseGet(
              () ->
                  new IllegalStateException(
                      Require.told(
                          format(
                              "the rule of outcomes must not throw. On seed %d it threw %s",
                              run.trial().seed(), failure)),
                      failure));
    }
    if (outcome == null) {
      throw new IllegalStateException(
          Require.told(
              "the rule of outcomes must not return null. It did on seed " + run.trial().seed()));
    }
    return outcome;
  }

  /** Adds an outcome that happened so often, with its first seeds, ascending. */
  void add(O outcome, long count, List<Long> seeds) {
    seen.merge(outcome, new Seen(count, seeds), Seen::plus);
    trials += count;
  }

  /**
   * Adds what was counted over other seeds.
   *
   * @param other the other tally. Not modified.
   */
  public void add(Tally<O> other) {
    Require.present("other", other);
    other.seen.forEach((outcome, more) -> add(outcome, more.count, more.seeds));
  }

  /** Returns the trials that had one of some outcomes. */
  Tally<O> only(Predicate<? super O> kept) {
    var some = new Tally<O>();
    seen.forEach(
        (outcome, one) -> {
          if (kept.test(outcome)) {
            some.add(outcome, one.count, one.seeds);
          }
        });
    return some;
  }

  /** Returns the same trials counted by something coarser. */
  <P extends Comparable<? super P>> Tally<P> by(Function<? super O, P> view) {
    var coarser = new Tally<P>();
    seen.forEach((outcome, some) -> coarser.add(view.apply(outcome), some.count, some.seeds));
    return coarser;
  }

  /** Returns a tally that changes no more when this one does. */
  Tally<O> copy() {
    var copy = new Tally<O>();
    copy.seen.putAll(seen); // What was seen of an outcome never changes.
    copy.trials = trials;
    return copy;
  }

  /** Returns how many trials were counted. */
  public long trials() {
    return trials;
  }

  /** Returns what happened, in its natural order. */
  SortedSet<O> happened() {
    return Collections.unmodifiableSortedSet(seen.navigableKeySet());
  }

  /** Returns what happened at least once, in its natural order; of an enum, all constants. */
  public List<O> outcomes() {
    if (!seen.isEmpty() && seen.firstKey() instanceof Enum<?> constant) {
      @SuppressWarnings("unchecked") // An O, being a constant of the same enum.
      List<O> all = (List<O>) List.of(constant.getDeclaringClass().getEnumConstants());
      return all;
    }
    return List.copyOf(seen.keySet());
  }

  /**
   * Returns how often an outcome happened.
   *
   * @param outcome any outcome
   * @return its count, 0 if it never happened
   */
  public long count(O outcome) {
    Require.present("outcome", outcome);
    return seen.getOrDefault(outcome, NEVER).count;
  }

  /** Returns the share of an outcome. */
  Rate rate(O outcome) {
    return new Rate(count(outcome), trials);
  }

  /**
   * Returns the first seeds that had an outcome.
   *
   * @param outcome any outcome
   * @return up to five seeds, ascending
   */
  public List<Long> examples(O outcome) {
    Require.present("outcome", outcome);
    return seen.getOrDefault(outcome, NEVER).seeds;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally<?> tally && seen.equals(tally.seen);
  }

  @Override
  public int hashCode() {
    return seen.hashCode();
  }

  /** Returns the counts, such as "{BOTH=18, RIGHT=46}". */
  @Override
  public String toString() {
    var counts = new TreeMap<O, Long>();
    seen.forEach((outcome, one) -> counts.put(outcome, one.count));
    return counts.toString();
  }
}
