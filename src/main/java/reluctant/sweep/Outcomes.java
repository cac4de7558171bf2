package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import reluctant.Require;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * What a sweep counted. Immutable.
 *
 * @param <O> the type of an outcome
 */
public final class Outcomes<O extends Comparable<? super O>> {

  private final Sweep sweep;
  private final Tally<O> tally;
  private final End end;

  Outcomes(Sweep sweep, Tally<O> tally, End end) {
    this.sweep = sweep;
    this.tally = tally;
    this.end = end;
  }

  /**
   * Counts runs that are there already, so that they need not be trained again.
   *
   * @param <O> the type of an outcome
   * @param runs what {@link Sweep#runs()} gave, at least one
   * @param rule gives each run its outcome
   * @return what a sweep of these seeds counts
   * @throws IllegalArgumentException if they are not of one trial and one seed after the other
   * @throws IllegalStateException if the rule fails on a run, naming the seed
   */
  public static <O extends Comparable<? super O>> Outcomes<O> of(List<Run> runs, Rule<O> rule) {
    Require.atLeast("the number of runs", Require.present("runs", runs).size(), 1);
    Trial first = runs.get(0).trial();
    for (int i = 0; i < runs.size(); i++) {
      Trial trial = runs.get(i).trial();
      if (!trial.equals(first.seed(first.seed() + i))) {
        throw Require.refusal(
            format(
                "runs must be those of a sweep, seed by seed. Received: %s in the place of seed %d",
                trial, first.seed() + i));
      }
    }
    var sweep = Sweep.of(first).seeds(first.seed(), runs.size());
    return new Outcomes<>(sweep, Tally.of(runs, Require.present("rule", rule)), End.COMPLETED);
  }

  /**
   * Leaves out all other outcomes, so that rates are shares of these alone.
   *
   * @param kept says which outcomes stay
   * @return the trials that had such an outcome
   */
  public Outcomes<O> only(Predicate<? super O> kept) {
    Require.present("kept", kept);
    var counted = new Tally<O>();
    tally.happened().stream().filter(kept).forEach(o -> counted.add(o, count(o), examples(o)));
    return new Outcomes<>(sweep, counted, end);
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
   * @return the number of trials, fewer than the sweep has seeds if it ended before
   */
  public long trials() {
    return tally.trials();
  }

  /**
   * Returns why the sweep ended.
   *
   * @return the reason
   */
  public End end() {
    return end;
  }

  /**
   * Says whether trials are missing, as the sweep was interrupted or its time was up.
   *
   * @return whether it is the sweep over its first {@link #trials()} seeds only
   */
  public boolean isPartial() {
    return end.isPartial();
  }

  /**
   * Says where the trials were trained, and how.
   *
   * @return a few words, such as "side by side in vectors of 8, on 2 threads"
   */
  public String engine() {
    return sweep.engine().describe(sweep.trial(), sweep.threads());
  }

  /**
   * Returns what happened at least once, in its natural order. Of an enum, all constants.
   *
   * @return the outcomes
   */
  public List<O> outcomes() {
    return tally.outcomes();
  }

  /**
   * Returns how often an outcome happened.
   *
   * @param outcome any outcome
   * @return its count, 0 if it never happened
   */
  public long count(O outcome) {
    Require.present("outcome", outcome);
    return tally.count(outcome);
  }

  /**
   * Returns the share of an outcome.
   *
   * @param outcome any outcome
   * @return its rate with its interval, of no trials if the sweep was interrupted at once
   */
  public Rate rate(O outcome) {
    Require.present("outcome", outcome);
    return new Rate(count(outcome), trials());
  }

  /**
   * Returns the share of two outcomes together.
   *
   * @param one any outcome
   * @param other another outcome
   * @return the rate of trials with either, with its interval
   * @throws IllegalArgumentException if both outcomes are the same
   */
  public Rate rate(O one, O other) {
    Require.present("one", one);
    Require.present("other", other);
    if (one.equals(other)) {
      throw Require.refusal(
          format("other must be another outcome than one. Received: %s twice", one));
    }
    return new Rate(count(one) + count(other), trials());
  }

  /**
   * Returns the first seeds that had an outcome.
   *
   * @param outcome any outcome
   * @return up to five seeds, ascending
   */
  public List<Long> examples(O outcome) {
    Require.present("outcome", outcome);
    return tally.examples(outcome);
  }

  /**
   * Returns a trial that had an outcome, to be run again.
   *
   * @param outcome any outcome
   * @return the trial with the first such seed
   * @throws IllegalArgumentException if the outcome never happened
   */
  public Trial example(O outcome) {
    Require.present("outcome", outcome);
    if (examples(outcome).isEmpty()) {
      throw Require.refusal(
          "outcome must be one that happened, of " + tally.happened() + ". Received: " + outcome);
    }
    return sweep.trial().seed(examples(outcome).get(0));
  }

  /**
   * Runs one example of each outcome that happened.
   *
   * @return a run of the first seed of each, in the outcomes' order
   */
  public List<Run> exampleRuns() {
    return tally.happened().stream().map(outcome -> example(outcome).run()).toList();
  }

  /**
   * Counts the same trials by something coarser, without training them again.
   *
   * @param <P> the type of the coarser outcome, such as Boolean
   * @param view gives each outcome of this its coarser one
   * @return the same trials, counted by it
   */
  public <P extends Comparable<? super P>> Outcomes<P> by(Function<? super O, P> view) {
    return new Outcomes<>(sweep, tally.by(Require.present("view", view)), end);
  }

  /** Returns a line for each outcome: its rate, and that the sweep is partial if it is. */
  @Override
  public String toString() {
    var lines = new StringBuilder();
    lines.append(trials()).append(" trials");
    if (end != End.COMPLETED) {
      lines.append(" of ").append(sweep.seeds()).append(", ").append(end);
    }
    for (O outcome : outcomes()) {
      lines.append('\n').append(outcome).append(' ').append(rate(outcome));
    }
    return lines.toString();
  }
}
