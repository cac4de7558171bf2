package reluctant.lanes;

import java.util.List;
import java.util.stream.IntStream;
import reluctant.arithmetic.Lanes;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * The fits of neighbouring seeds, one after the other: no network begins the next before all have
 * ended this one, so that batches and orders of samples are shared in each.
 */
final class LaneFits {

  private LaneFits() {}

  /**
   * Trains.
   *
   * @param trial that of the first seed
   * @param networks how many neighbours there are
   * @return the runs by ascending seed, or nothing if the thread was interrupted
   */
  static List<Run> run(Trial trial, int networks, Lanes kind) {
    List<LaneRun> runs =
        IntStream.range(0, networks)
            .mapToObj(network -> new LaneRun(trial.seed(trial.seed() + network)))
            .toList();
    int number = 0;
    for (Fit fit : trial.fit().fits()) {
      boolean isOver = runs.stream().allMatch(LaneRun::isOver);
      if (!isOver && !new LaneBlock(trial.fit(fit), number, runs, kind).run()) {
        return List.of();
      }
      number++;
    }
    return runs.stream().map(LaneRun::run).toList();
  }
}
