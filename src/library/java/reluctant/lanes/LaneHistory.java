package reluctant.lanes;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Network;
import reluctant.steps.Series;
import reluctant.train.History;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * What a block of networks writes down, epoch by epoch. A network that diverges is taken out as it
 * is; its lane goes on with numbers that nobody looks at.
 */
final class LaneHistory {

  private final Trial trial;
  private final int networks;
  private final List<Series> loss;
  private final List<Series> gradientNorm;
  private final double[] epochLoss;
  private final double[] epochNorm;
  private final @Nullable Run[] diverged;
  private int left;
  private long steps;

  LaneHistory(Trial trial, int networks) {
    this.trial = trial;
    this.networks = networks;
    loss = series();
    gradientNorm = series();
    epochLoss = new double[networks];
    epochNorm = new double[networks];
    diverged = new Run[networks];
    left = networks;
  }

  private List<Series> series() {
    return Stream.generate(() -> new Series(trial.fit().epochs())).limit(networks).toList();
  }

  /** Adds a batch before its step, with its share of the epoch's samples. */
  void add(double[] losses, double[] norms, double share, LaneOptimizer numbers) {
    for (int lane = 0; lane < networks; lane++) {
      epochLoss[lane] += losses[lane] * share;
      epochNorm[lane] += norms[lane] * share;
    }
    for (int lane = 0; lane < networks; lane++) {
      if (!Double.isFinite(losses[lane])) {
        epochNorm[lane] = Double.NaN;
        diverge(lane, numbers);
      }
    }
    steps++;
  }

  /** Ends an epoch. Returns false if no network is left. */
  boolean endEpoch(LaneOptimizer numbers) {
    for (int lane = 0; lane < networks; lane++) {
      if (!Double.isFinite(epochLoss[lane])) {
        diverge(lane, numbers);
      } else if (diverged[lane] == null) {
        write(lane);
      }
      epochLoss[lane] = 0;
      epochNorm[lane] = 0;
    }
    return left > 0;
  }

  private void write(int lane) {
    loss.get(lane).add(epochLoss[lane]);
    gradientNorm.get(lane).add(epochNorm[lane]);
  }

  private void diverge(int lane, LaneOptimizer numbers) {
    if (diverged[lane] == null) {
      write(lane);
      diverged[lane] = run(lane, History.End.DIVERGED, numbers);
      left--;
    }
  }

  /** Returns what became of a network after all epochs. */
  Run run(int lane, LaneOptimizer numbers) {
    Run early = diverged[lane];
    return early != null ? early : run(lane, History.End.COMPLETED, numbers);
  }

  private Run run(int lane, History.End end, LaneOptimizer numbers) {
    Trial one = trial.seed(trial.seed() + lane);
    var history =
        new History(
            one,
            loss.get(lane).toArray(),
            new double[0],
            gradientNorm.get(lane).toArray(),
            new double[0][],
            end,
            steps);
    return new Run(one, new Network(one.model(), numbers.parameters(lane)), history);
  }
}
