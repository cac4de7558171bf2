package reluctant.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reluctant.doctor.Doctor.End;
import reluctant.sweep.Rate;
import reluctant.train.Run;
import reluctant.train.Trial;

/** The way of a {@link Doctor} to what it says: round by round with more seeds. */
final class Examination {

  /** How many seeds are trained after each round. */
  private static final int[] SEEDS = {16, 32, 64};

  /** A trial is healthy that surely learns more often. */
  private static final double HEALTHY = 0.8;

  private final Trial trial;
  private final Predicate<? super Run> learnt;
  private final Time time;

  /** What the runs that failed show. */
  private final Cohort<Optional<Sign>> before;

  private @Nullable Race race;
  private int seeds;

  Examination(Trial trial, Predicate<? super Run> learnt, Duration patience) {
    this.trial = trial;
    this.learnt = learnt;
    time = new Time(patience);
    before = new Cohort<>(run -> learnt.test(run) ? Optional.empty() : Optional.of(Sign.of(run)));
  }

  Doctor run() {
    time.measure(trial);
    for (int round = 0; round < SEEDS.length; round++) {
      int more = SEEDS[round] - seeds;
      if (!time.allows(more) || !isDone(before.train(List.of(trial), seeds, more, time.left()))) {
        return ended();
      }
      seeds = SEEDS[round];
      if (rate().isAbove(HEALTHY)) {
        return found(End.HEALTHY, null);
      }
      if (!race(more)) {
        return ended();
      }
      Optional<Remedy> settled =
          Optional.ofNullable(race).flatMap(all -> all.settled(seeds == SEEDS[SEEDS.length - 1]));
      if (settled.isPresent()) {
        return found(End.SURE, settled.get());
      }
      if (race != null && race.isOver()) {
        break;
      }
    }
    return found(End.NOT_SURE, null);
  }

  /**
   * Tries the remedies on the seeds so far, once there are failures enough to tell anything.
   *
   * @return whether there was time for it
   */
  private boolean race(int more) {
    int first = seeds - more;
    if (race == null) {
      List<Remedy> remedies = Remedies.of(trial, new Signs(signs()));
      int fewest = Race.fewestFailures(remedies.size(), SEEDS.length);
      if (signs().size() < fewest) {
        return true;
      }
      race = new Race(trial, remedies, SEEDS.length, learnt);
      first = 0;
    }
    int count = seeds - first;
    return time.allows(count * race.cost())
        && isDone(race.train(first, count, time.left(), learnt()));
  }

  private boolean isDone(double share) {
    if (share < 1) {
      time.ended(share);
    }
    return share == 1;
  }

  private List<Sign> signs() {
    return before.of(trial).stream().flatMap(Optional::stream).toList();
  }

  private List<Boolean> learnt() {
    return before.of(trial).stream().map(Optional::isEmpty).toList();
  }

  private Rate rate() {
    return Rate.of(learnt());
  }

  private Doctor ended() {
    boolean isInterrupted = Thread.currentThread().isInterrupted();
    return found(isInterrupted ? End.INTERRUPTED : End.TOO_LONG, null);
  }

  private Doctor found(End end, @Nullable Remedy remedy) {
    List<Treatment> all = race == null ? List.of() : race.treatments();
    Treatment cure =
        all.stream()
            .filter(treatment -> remedy != null && treatment.remedy().equals(remedy.name()))
            .findFirst()
            .orElse(null);
    double seconds = end == End.TOO_LONG ? time.needed() : time.elapsed();
    return new Doctor(trial, end, rate(), signs(), all, cure, seconds, example(cure));
  }

  /** The first seed that fails and, if there is a cure, learns with it. */
  private long example(@Nullable Treatment cure) {
    List<Boolean> learnt = learnt();
    List<Boolean> cured = race == null || cure == null ? List.of() : race.learnt(cure);
    for (int number = 0; number < cured.size(); number++) {
      if (!learnt.get(number) && cured.get(number)) {
        return Cohort.seed(number);
      }
    }
    return Cohort.seed(Math.max(0, learnt.indexOf(false)));
  }
}
