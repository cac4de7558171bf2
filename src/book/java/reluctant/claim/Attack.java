package reluctant.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.sweep.Rule;
import reluctant.train.Trial;

/**
 * One attack: what is trained, over which seeds, counted how.
 *
 * @param page a hash of what it attacks: the page's own trials, rule and seeds
 * @param first the trial
 * @param second the one that it is compared with, if any
 * @param rule gives each run the name of its outcome: {@link Rules#texts}
 * @param settled outcomes that are a success, after which a run is at rest
 * @param firstSeed the first seed
 * @param seeds how many
 */
record Attack(
    String page,
    Trial first,
    @Nullable Trial second,
    Rule<String> rule,
    List<String> settled,
    long firstSeed,
    int seeds) {

  List<String> lines() {
    return Judging.lines(first, second);
  }

  /** Trains it. */
  Counts run() {
    return run(seeds);
  }

  /** Trains its first seeds alone. */
  Counts run(int seeds) {
    var cohort = new Cohort<>(first, rule, settled, firstSeed, seeds);
    return second == null
        ? cohort.counts()
        : cohort.countsWith(new Cohort<>(second, rule, settled, firstSeed, seeds));
  }

  KeptAttack kept(Counts counts) {
    return new KeptAttack(page, lines(), rule.name(), settled, firstSeed, seeds, counts);
  }
}
