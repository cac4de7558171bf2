package reluctant.doctor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reluctant.doctor.Treatment.Effect;
import reluctant.sweep.Gain;
import reluctant.sweep.Rate;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * The remedies of a trial, compared seed by seed with the trial as it is and with the best of them.
 *
 * <p>A difference is sure when the sign test gives it a chance below 5 %, over all comparisons that
 * the race can make: each remedy with both, as often as there are rounds (Bonferroni).
 */
final class Race {

  private static final double CHANCE = 0.05;

  /** Of two that both help, one is as good as the best unless it is beaten at this chance. */
  private static final double BEATEN = 0.01;

  /** A remedy helps that cures at least this share of the failures. */
  private static final double LEAST_CURED = 0.5;

  private final Trial trial;
  private final List<Remedy> remedies;
  private final double chance;

  private final Cohort<Boolean> after;

  /** Whether the trial as it is learnt, seed by seed. */
  private List<Boolean> before = List.of();

  /** Those that may still be the best. */
  private List<Remedy> left;

  Race(Trial trial, List<Remedy> remedies, int rounds, Predicate<? super Run> learnt) {
    this.trial = trial;
    after = new Cohort<>(learnt::test);
    this.remedies = List.copyOf(remedies);
    left = this.remedies;
    chance = CHANCE / (2.0 * Math.max(1, remedies.size()) * rounds);
  }

  /** So many failures can show that a remedy cures them all. */
  static int fewestFailures(int remedies, int rounds) {
    double chance = CHANCE / (2.0 * Math.max(1, remedies) * rounds);
    int failures = 1;
    while (new Gain(failures, 0, failures).chance() > chance) {
      failures++;
    }
    return failures;
  }

  /** What the rest of the race costs for each seed, in trainings of the trial. */
  double cost() {
    return left.stream().mapToDouble(Remedy::cost).sum();
  }

  boolean isOver() {
    return left.isEmpty();
  }

  /**
   * Trains what is left for further seeds, and drops what they refute.
   *
   * @param first the number of the first run
   * @param count how many
   * @param most how long it may take
   * @param before whether the trial as it is learnt, of all seeds so far
   * @return which share there was time for; if not for all, nothing is dropped
   */
  double train(int first, int count, Duration most, List<Boolean> before) {
    this.before = before;
    List<Trial> trials = left.stream().map(remedy -> remedy.of(trial)).toList();
    double share = trials.isEmpty() ? 1 : after.train(trials, first, count, most);
    if (share == 1) {
      drop();
    }
    return share;
  }

  /** Drops the remedies that surely cure too little, or that another one surely beats. */
  private void drop() {
    left = left.stream().filter(remedy -> !isFutile(remedy)).toList();
    if (!left.isEmpty()) {
      List<Boolean> best = learnt(best());
      left = left.stream().filter(remedy -> !isSure(best, learnt(remedy))).toList();
    }
  }

  /** Whether so few failures would be cured by chance only if half of all could be. */
  private boolean isFutile(Remedy remedy) {
    long cured = gain(remedy).won();
    long failures = failures(remedy);
    return new Gain(failures - cured, cured, failures).chance() <= chance;
  }

  private long failures(Remedy remedy) {
    return sameSeeds(remedy).stream().filter(has -> !has).count();
  }

  /** Whether the trial as it is learnt, of the seeds that a remedy was trained on. */
  private List<Boolean> sameSeeds(Remedy remedy) {
    return before.subList(0, learnt(remedy).size());
  }

  private Remedy best() {
    return left.stream()
        .max(Comparator.comparingDouble(remedy -> rate(remedy).value()))
        .orElseThrow();
  }

  /**
   * The remedy whose cause is believed: the first that surely helps and is hardly beaten, if none
   * before it may still turn out as good.
   *
   * @param isLast whether there is no further round, so that those before it had their chance
   */
  Optional<Remedy> settled(boolean isLast) {
    if (left.isEmpty()) {
      return Optional.empty();
    }
    List<Boolean> best = learnt(best());
    for (Remedy remedy : left) {
      boolean isAsGood = Gain.of(best, learnt(remedy)).chance() > BEATEN;
      if (helps(remedy) && isAsGood) {
        return Optional.of(remedy);
      }
      if (!isLast && isAsGood) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean helps(Remedy remedy) {
    Gain gain = gain(remedy);
    return gain.chance() <= chance && gain.won() - gain.lost() >= LEAST_CURED * failures(remedy);
  }

  private Gain gain(Remedy remedy) {
    return Gain.of(learnt(remedy), sameSeeds(remedy));
  }

  private boolean isSure(List<Boolean> better, List<Boolean> worse) {
    return Gain.of(better, worse).chance() <= chance;
  }

  private List<Boolean> learnt(Remedy remedy) {
    return after.of(remedy.of(trial));
  }

  /** Which seeds learn with a remedy that was tried. */
  List<Boolean> learnt(Treatment treatment) {
    return after.of(treatment.trial());
  }

  private Rate rate(Remedy remedy) {
    return Rate.of(learnt(remedy));
  }

  /** What came of each remedy that was trained, those that learn most often first. */
  List<Treatment> treatments() {
    return remedies.stream()
        .filter(remedy -> !learnt(remedy).isEmpty())
        .map(remedy -> treatment(remedy))
        .sorted(Comparator.comparingDouble(treatment -> -treatment.rate().value()))
        .toList();
  }

  private Treatment treatment(Remedy remedy) {
    Effect effect =
        isFutile(remedy)
            ? Effect.NONE
            : !helps(remedy)
                ? Effect.OPEN
                : left.contains(remedy) ? Effect.HELPS_MOST : Effect.HELPS;
    return new Treatment(
        remedy.name(), remedy.cause(), remedy.of(trial), rate(remedy), gain(remedy), effect);
  }
}
