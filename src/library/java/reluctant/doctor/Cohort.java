package reluctant.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reluctant.lanes.Lockstep;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.ProgressListener;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * Trains several trials on the same seeds: four of each block of 64, 0 to 3, 64 to 67 and so on. A
 * block shares the order of its samples, which decides together where runs end whose last steps are
 * large: of one such trial, blocks learn in 36 to 97 % of their runs.
 *
 * @param <T> what is kept of each run
 */
final class Cohort<T> {

  /** How many seeds of a block are trained, as many as a small vector has lanes. */
  static final int SEEDS = 4;

  private final Function<Run, T> reading;
  private final Map<Trial, Map<Long, T>> read = new ConcurrentHashMap<>();

  /**
   * Trains nothing yet.
   *
   * @param reading what is kept of a run; called by several threads
   */
  Cohort(Function<Run, T> reading) {
    this.reading = reading;
  }

  /** The seed of a run, by its number from 0. */
  static long seed(int number) {
    return (long) number / SEEDS * Lockstep.BLOCK + number % SEEDS;
  }

  /**
   * Trains.
   *
   * @param trials one or more, no two of them equal
   * @param first the number of the first run of each, a multiple of 4
   * @param count how many of each, a multiple of 4
   * @param most how long it may take
   * @return the share that was trained, below 1 when the time was up or the thread was interrupted
   */
  double train(List<Trial> trials, int first, int count, Duration most) {
    long start = System.nanoTime();
    double done = 0;
    for (int number = first; number < first + count; number += SEEDS) {
      Duration left = most.minusNanos(System.nanoTime() - start);
      if (left.isNegative() || left.isZero()) {
        break;
      }
      Outcomes<Boolean> outcomes =
          Sweep.of(trials.get(0))
              .seeds(seed(number), SEEDS)
              .over("trial", trials, (any, trial) -> trial)
              .stopAfter(left)
              .outcomes(this::keep)
              .run(ProgressListener.NONE);
      done += outcomes.trials();
      if (outcomes.isPartial()) {
        break;
      }
    }
    return done / ((double) count * trials.size());
  }

  private boolean keep(Run run) {
    Trial trial = run.trial().seed(0);
    T kept = reading.apply(run);
    read.computeIfAbsent(trial, any -> new ConcurrentHashMap<>()).put(run.trial().seed(), kept);
    return true;
  }

  /** What was kept of the runs of a trial, in their order. */
  List<T> of(Trial trial) {
    Map<Long, T> bySeed = read.getOrDefault(trial.seed(0), Map.of());
    List<T> all = new ArrayList<>();
    while (bySeed.containsKey(seed(all.size()))) {
      all.add(bySeed.get(seed(all.size())));
    }
    return all;
  }
}
