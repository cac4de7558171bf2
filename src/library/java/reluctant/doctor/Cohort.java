package reluctant.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.ProgressListener;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * Trains several trials on the same seeds.
 *
 * @param <T> what is kept of each run
 */
final class Cohort<T> {

  private final Function<Run, T> reading;
  private final Map<Trial, Map<Long, T>> read = new ConcurrentHashMap<>();

  /**
   * @param reading what is kept of a run; called by several threads
   */
  Cohort(Function<Run, T> reading) {
    this.reading = reading;
  }

  /**
   * Trains.
   *
   * @param trials one or more, no two of them equal
   * @param first the first seed
   * @param count how many seeds
   * @param most how long it may take
   * @return the share that was trained, below 1 when the time was up or the thread was interrupted
   */
  double train(List<Trial> trials, long first, int count, Duration most) {
    Outcomes<Boolean> outcomes =
        Sweep.of(trials.get(0))
            .seeds(first, count)
            .over("trial", trials, (any, trial) -> trial)
            .stopAfter(most)
            .outcomes(this::keep)
            .run(ProgressListener.NONE);
    return (double) outcomes.trials() / ((long) count * trials.size());
  }

  private boolean keep(Run run) {
    Trial trial = run.trial().seed(0);
    T kept = reading.apply(run);
    read.computeIfAbsent(trial, any -> new ConcurrentHashMap<>()).put(run.trial().seed(), kept);
    return true;
  }

  /** What was kept of the runs of a trial, seed by seed from 0. */
  List<T> of(Trial trial) {
    Map<Long, T> bySeed = read.getOrDefault(trial.seed(0), Map.of());
    List<T> all = new ArrayList<>();
    for (long seed = 0; bySeed.containsKey(seed); seed++) {
      all.add(bySeed.get(seed));
    }
    return all;
  }
}
