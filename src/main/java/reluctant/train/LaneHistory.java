package reluctant.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Network;

/**
 * What a block of networks writes down, epoch by epoch. A network that diverges is taken out as it
 * is; its lane goes on with numbers that nobody looks at.
 */
final class LaneHistory {

  private final Trial trial;
  private final int networks;
  private final double[][] loss;
  private final double[][] gradientNorm;
  private final double[] epochLoss;
  private final double[] epochNorm;
  private final @Nullable Run[] diverged;
  private int left;
  private long steps;

  LaneHistory(Trial trial, int networks) {
    this.trial = trial;
    this.networks = networks;
    loss = new double[networks][trial.fit().epochs()];
    gradientNorm = new double[networks][trial.fit().epochs()];
    epochLoss = new double[networks];
    epochNorm = new double[networks];
    diverged = new Run[networks];
    left = networks;
  }

  /** Adds a batch before its step, with its share of the epoch's samples. */
  void add(double[] losses, double[] norms, double share, int epoch, LaneOptimizer numbers) {
    for (int lane = 0; lane < networks; lane++) {
      epochLoss[lane] += losses[lane] * share;
      epochNorm[lane] += norms[lane] * share;
    }
    for (int lane = 0; lane < networks; lane++) {
      if (!Double.isFinite(losses[lane])) {
        epochNorm[lane] = Double.NaN;
        diverge(lane, epoch, numbers);
      }
    }
    steps++;
  }

  /** Ends an epoch. Returns false if no network is left. */
  boolean endEpoch(int epoch, LaneOptimizer numbers) {
    for (int lane = 0; lane < networks; lane++) {
      if (!Double.isFinite(epochLoss[lane])) {
        diverge(lane, epoch, numbers);
      }
      write(lane, epoch);
      epochLoss[lane] = 0;
      epochNorm[lane] = 0;
    }
    return left > 0;
  }

  private void write(int lane, int epoch) {
    loss[lane][epoch] = epochLoss[lane];
    gradientNorm[lane][epoch] = epochNorm[lane];
  }

  private void diverge(int lane, int epoch, LaneOptimizer numbers) {
    if (diverged[lane] == null) {
      write(lane, epoch);
      diverged[lane] = run(lane, epoch + 1, History.End.DIVERGED, numbers);
      left--;
    }
  }

  /** Returns what became of a network after all epochs. */
  Run run(int lane, LaneOptimizer numbers) {
    Run early = diverged[lane];
    return early != null ? early : run(lane, trial.fit().epochs(), History.End.COMPLETED, numbers);
  }

  private Run run(int lane, int epochs, History.End end, LaneOptimizer numbers) {
    Trial one = trial.seed(trial.seed() + lane);
    var history =
        new History(
            one,
            Arrays.copyOf(loss[lane], epochs),
            new double[0],
            Arrays.copyOf(gradientNorm[lane], epochs),
            new double[0][],
            end,
            steps);
    return new Run(one, new Network(one.model(), numbers.parameters(lane)), history);
  }
}
