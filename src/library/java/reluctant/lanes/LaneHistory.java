package reluctant.lanes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Network;
import reluctant.train.History;
import reluctant.train.Progress;
import reluctant.train.Trial;

/**
 * What neighbouring networks write down in a fit, epoch by epoch. A network whose fit has ended is
 * taken out as it is; its lane goes on with numbers that nobody looks at.
 */
final class LaneHistory {

  private final Trial trial;
  private final List<LaneRun> runs;
  private final int width;
  private final LaneOptimizer numbers;
  private final @Nullable LaneValidation validation;
  private final LaneSums epoch;
  private final @Nullable Network[] best;
  private final boolean[] isRunning;

  /** How many networks are left of each group, at the place of its first lane. */
  private final int[] leftOfGroup;

  private int left;
  private long steps;

  /** Begins with the trial of the first seed, with groups of so many lanes. */
  LaneHistory(
      Trial trial,
      List<LaneRun> runs,
      int width,
      LaneOptimizer numbers,
      @Nullable LaneValidation validation) {
    this.trial = trial;
    this.runs = runs;
    this.width = width;
    this.numbers = numbers;
    this.validation = validation;
    int networks = runs.size();
    int lanes = (networks + width - 1) / width * width;
    epoch = new LaneSums(trial.fit().metrics().size(), lanes);
    best = new Network[networks];
    isRunning = new boolean[networks];
    leftOfGroup = new int[lanes];
    for (int lane = 0; lane < networks; lane++) {
      if (!runs.get(lane).isOver()) {
        isRunning[lane] = true;
        left++;
        leftOfGroup[groupOf(lane)]++;
      }
    }
  }

  /** Ends, before the step of a batch, the networks whose loss is not finite, as they are. */
  void endDiverged(LaneSums batch, double share) {
    double[] losses = batch.loss();
    for (int lane = 0; lane < isRunning.length; lane++) {
      if (!Double.isFinite(losses[lane]) && isRunning[lane]) {
        measure(groupOf(lane));
        end(lane, epoch.loss()[lane] + losses[lane] * share, Double.NaN);
      }
    }
  }

  /** Adds a batch with its share of the epoch's samples. */
  void add(LaneSums batch, double share) {
    epoch.add(batch, share);
    steps++;
  }

  /** Ends an epoch. */
  void endEpoch() {
    for (int group = 0; group < isRunning.length; group += width) {
      if (!hasEnded(group)) {
        measure(group);
        endEpoch(group, Math.min(group + width, isRunning.length));
      }
    }
    epoch.clear();
  }

  /** Says whether no network is left. */
  boolean isOver() {
    return left == 0;
  }

  private void endEpoch(int from, int to) {
    for (int lane = from; lane < to; lane++) {
      if (isRunning[lane]) {
        end(lane, epoch.loss()[lane], epoch.gradientNorm()[lane]);
      }
    }
  }

  /** Says whether no network of the group that begins with this lane is left. */
  boolean hasEnded(int group) {
    return leftOfGroup[group] == 0;
  }

  /** Returns the first lane of a lane's group. */
  private int groupOf(int lane) {
    return lane - lane % width;
  }

  private void measure(int group) {
    if (validation != null) {
      validation.measure(group);
    }
  }

  /** Ends the epoch of one network, and its fit if that has come to an end. */
  private void end(int lane, double loss, double gradientNorm) {
    double onOthers = validation == null ? Double.NaN : validation.loss(lane);
    Progress own = runs.get(lane).progress();
    History.End end = own.endEpoch(loss, gradientNorm, epoch.metrics(lane), onOthers);
    if (own.isBest()) {
      best[lane] = network(lane);
    }
    if (end != null) {
      Network kept = best[lane];
      runs.get(lane).endFit(end, steps, kept == null ? network(lane) : kept);
      best[lane] = null;
      isRunning[lane] = false;
      left--;
      leftOfGroup[groupOf(lane)]--;
    }
  }

  private Network network(int lane) {
    return new Network(trial.model(), numbers.parameters(lane));
  }
}
