package reluctant.sweep;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * What a sweep counted. Immutable.
 *
 * @param <O> the type of an outcome
 */
public final class Outcomes<O extends Comparable<? super O>> {

  private final Sweep sweep;
  private final int trials;
  private final TreeMap<O, Integer> counts;
  private final TreeMap<O, List<Long>> examples = new TreeMap<>();

  Outcomes(Sweep sweep, int trials, Map<O, Integer> counts, Map<O, SortedSet<Long>> examples) {
    this.sweep = sweep;
    this.trials = trials;
    this.counts = new TreeMap<>(counts);
    examples.forEach((outcome, seeds) -> this.examples.put(outcome, List.copyOf(seeds)));
  }

  /**
   * Returns the sweep that was counted.
   *
   * @return the sweep
   */
  public Sweep sweep() {
    return sweep;
  }

  /**
   * Returns how many trials were counted.
   *
   * @return the number of trials, fewer than the sweep has seeds if it was interrupted
   */
  public int trials() {
    return trials;
  }

  /**
   * Says whether the sweep was interrupted.
   *
   * @return whether trials are missing
   */
  public boolean isPartial() {
    return trials < sweep.seeds();
  }

  /**
   * Returns what happened at least once, in its natural order. Of an enum, all constants.
   *
   * @return the outcomes
   */
  public List<O> outcomes() {
    if (!counts.isEmpty() && counts.firstKey() instanceof Enum<?> constant) {
      @SuppressWarnings("unchecked") // An O, being a constant of the same enum.
      List<O> all = (List<O>) List.of(constant.getDeclaringClass().getEnumConstants());
      return all;
    }
    return List.copyOf(counts.keySet());
  }

  /**
   * Returns how often an outcome happened.
   *
   * @param outcome any outcome
   * @return its count, 0 if it never happened
   */
  public int count(O outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /**
   * Returns the share of an outcome.
   *
   * @param outcome any outcome
   * @return its rate with its interval
   * @throws IllegalArgumentException if no trial was counted
   */
  public Rate rate(O outcome) {
    return new Rate(count(outcome), trials);
  }

  /**
   * Returns the first seeds that had an outcome.
   *
   * @param outcome any outcome
   * @return up to five seeds, ascending
   */
  public List<Long> examples(O outcome) {
    return examples.getOrDefault(outcome, List.of());
  }

  /**
   * Returns a trial that had an outcome, to be run again.
   *
   * @param outcome any outcome
   * @return the trial with the first such seed
   * @throws IllegalArgumentException if the outcome never happened
   */
  public Trial example(O outcome) {
    if (examples(outcome).isEmpty()) {
      throw new IllegalArgumentException(
          "outcome must be one that happened, of " + counts.keySet() + ". Received: " + outcome);
    }
    return sweep.trial().seed(examples(outcome).get(0));
  }

  /**
   * Runs one example of each outcome that happened.
   *
   * @return a run of the first seed of each, in the outcomes' order
   */
  public List<Run> exampleRuns() {
    return counts.keySet().stream().map(outcome -> example(outcome).run()).toList();
  }

  /** Returns a line for each outcome: its rate, and that the sweep is partial if it is. */
  @Override
  public String toString() {
    var lines = new StringBuilder();
    lines.append(trials).append(" trials");
    if (isPartial()) {
      lines.append(" of ").append(sweep.seeds()).append(", interrupted");
    }
    for (O outcome : outcomes()) {
      lines.append('\n').append(outcome).append(' ').append(rate(outcome));
    }
    return lines.toString();
  }
}
