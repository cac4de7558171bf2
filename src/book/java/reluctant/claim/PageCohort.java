package reluctant.claim;

import java.util.List;
import java.util.Optional;
import reluctant.Require;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rule;
import reluctant.train.Trial;

/**
 * What a page counts. Where the workbook keeps it, only the first 64 seeds are trained, to see that
 * they give the same.
 *
 * @param <O> the type of an outcome
 */
final class PageCohort<O extends Comparable<? super O>> extends Cohort<O> {

  PageCohort(Trial trial, Rule<O> rule, List<String> settled, long firstSeed, int seeds) {
    super(trial, rule, settled, firstSeed, seeds);
  }

  @Override
  Trained<O> all() {
    return all(KeptAttacks.ofWorkbook());
  }

  /**
   * The same with other kept ones.
   *
   * @throws IllegalStateException if what is kept is another thing, unless it is made anew
   */
  Trained<O> all(KeptAttacks workbook) {
    Optional<KeptCohort> kept = workbook.find(this);
    if (kept.isEmpty()) {
      return made(workbook);
    }
    Trained<O> first = train(Counts.FIRST);
    if (first.outcomes().isPartial()) {
      return first;
    }
    if (!kept.get().beginsWith(first.bySeed())) {
      return anew(workbook);
    }
    workbook.keep(kept.get());
    List<O> all = kept.get().all(first.bySeed());
    return new Trained<>(Outcomes.kept(sweep(seeds), all), all, kept.get().moving());
  }

  private Trained<O> anew(KeptAttacks workbook) {
    if (!workbook.areRun()) {
      throw new IllegalStateException(
          Require.told(
              "what is kept must begin as it is trained here, run ./workbook attack. Other: "
                  + trial.seed(0)));
    }
    return made(workbook);
  }

  private Trained<O> made(KeptAttacks workbook) {
    Trained<O> made = train(seeds);
    if (!made.outcomes().isPartial()) {
      KeptCohort.of(this, made).ifPresent(workbook::keep);
    }
    return made;
  }
}
