package reluctant.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import reluctant.diagnose.Plateau;
import reluctant.sweep.End;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;
import reluctant.train.Trial;

/**
 * What each seed of a trial gave, trained when it is first asked for.
 *
 * @param <O> the type of an outcome
 */
class Cohort<O extends Comparable<? super O>> {
  final Trial trial;
  final Rule<O> rule;
  final List<String> settled;
  final long firstSeed;
  final int seeds;
  private @Nullable Trained<O> trained;

  /** What was counted, and by seed. */
  record Trained<O extends Comparable<? super O>>(
      Outcomes<O> outcomes, List<O> bySeed, long moving) {}

  Cohort(Trial trial, Rule<O> rule, List<String> settled, long firstSeed, int seeds) {
    this.trial = trial;
    this.rule = rule;
    this.settled = List.copyOf(settled);
    this.firstSeed = firstSeed;
    this.seeds = seeds;
  }

  synchronized Trained<O> trained() {
    if (trained == null) {
      Trained<O> made = all();
      if (made.outcomes().isPartial()) {
        return made;
      }
      trained = made;
    }
    return trained;
  }

  /** Whether most of it was trained before. */
  boolean isKept() {
    return trained().outcomes().end() == End.KEPT;
  }

  /** What all seeds gave. */
  Trained<O> all() {
    return train(seeds);
  }

  /** The first seeds as a sweep. */
  Sweep sweep(int seeds) {
    return Sweep.of(trial).seeds(firstSeed, seeds);
  }

  /** Trains the first seeds. */
  Trained<O> train(int seeds) {
    var bySeed = new Object[seeds];
    var moving = new LongAdder();
    Rule<O> noted =
        run -> {
          O outcome = rule.of(run);
          bySeed[(int) (run.trial().seed() - firstSeed)] = outcome;
          if (!settled.contains(outcome.toString()) && Plateau.isMoving(run)) {
            moving.increment();
          }
          return outcome;
        };
    Outcomes<O> outcomes = sweep(seeds).outcomes(noted).named(rule.name()).run();
    return new Trained<>(outcomes, present(bySeed, outcomes.trials()), moving.sum());
  }

  @SuppressWarnings("unchecked") // only outcomes are put in
  private List<O> present(Object[] bySeed, long trials) {
    var list = new ArrayList<O>();
    for (int i = 0; i < trials; i++) {
      list.add((O) bySeed[i]);
    }
    return List.copyOf(list);
  }

  /** The counts of this alone. */
  Counts counts() {
    Trained<O> all = trained();
    return Counts.of(all.bySeed().stream().map(Object::toString).toList(), all.moving());
  }

  /** The counts of pairs of this and another with the same seeds. */
  Counts countsWith(Cohort<O> other) {
    Trained<O> ours = trained();
    Trained<O> theirs = other.trained();
    var pairs = new ArrayList<String>();
    for (int i = 0; i < Math.min(ours.bySeed().size(), theirs.bySeed().size()); i++) {
      pairs.add(ours.bySeed().get(i) + Counts.BETWEEN + theirs.bySeed().get(i));
    }
    return Counts.of(pairs, Math.max(ours.moving(), theirs.moving()));
  }
}
