package reluctant.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Network;
import reluctant.train.History;
import reluctant.train.Progress;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * What neighbouring networks write down, epoch by epoch. A network whose training has ended is
 * taken out as it is; its lane goes on with numbers that nobody looks at.
 */
final class LaneHistory {

  private final Trial trial;
  private final int width;
  private final LaneOptimizer numbers;
  private final @Nullable LaneValidation validation;
  private final List<Progress> progress = new ArrayList<>();
  private final LaneSums epoch;
  private final @Nullable Network[] best;
  private final @Nullable Run[] runs;

  /** How many networks are left of each group, at the place of its first lane. */
  private final int[] leftOfGroup;

  private int left;
  private long steps;

  /** Begins with the trial of the first seed, with groups of so many lanes. */
  LaneHistory(
      Trial trial,
      int networks,
      int width,
      LaneOptimizer numbers,
      @Nullable LaneValidation validation) {
    this.trial = trial;
    this.width = width;
    this.numbers = numbers;
    this.validation = validation;
    for (int network = 0; network < networks; network++) {
      progress.add(new Progress(trial.seed(trial.seed() + network)));
    }
    int lanes = (networks + width - 1) / width * width;
    epoch = new LaneSums(trial.fit().metrics().size(), lanes);
    best = new Network[networks];
    runs = new Run[networks];
    left = networks;
    leftOfGroup = new int[lanes];
    for (int lane = 0; lane < networks; lane++) {
      leftOfGroup[groupOf(lane)]++;
    }
  }

  /** Ends, before the step of a batch, the networks whose loss is not finite, as they are. */
  void endDiverged(LaneSums batch, double share) {
    double[] losses = batch.loss();
    for (int lane = 0; lane < runs.length; lane++) {
      if (!Double.isFinite(losses[lane]) && runs[lane] == null) {
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

  /** Ends an epoch. Returns false if no network is left. */
  boolean endEpoch() {
    for (int group = 0; group < runs.length; group += width) {
      if (!hasEnded(group)) {
        measure(group);
        endEpoch(group, Math.min(group + width, runs.length));
      }
    }
    epoch.clear();
    return left > 0;
  }

  private void endEpoch(int from, int to) {
    for (int lane = from; lane < to; lane++) {
      if (runs[lane] == null) {
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

  /** Ends the epoch of one network, and its training if that has come to an end. */
  private void end(int lane, double loss, double gradientNorm) {
    double onOthers = validation == null ? Double.NaN : validation.loss(lane);
    Progress own = progress.get(lane);
    History.End end = own.endEpoch(loss, gradientNorm, epoch.metrics(lane), onOthers);
    if (own.isBest()) {
      best[lane] = network(lane);
    }
    if (end != null) {
      runs[lane] = run(lane, own.history(end, steps));
      best[lane] = null;
      left--;
      leftOfGroup[groupOf(lane)]--;
    }
  }

  private Run run(int lane, History history) {
    Network kept = best[lane];
    return new Run(history.trial(), kept == null ? network(lane) : kept, history);
  }

  private Network network(int lane) {
    return new Network(trial.model(), numbers.parameters(lane));
  }

  /** Returns the runs by ascending seed, once no network is left. */
  List<Run> runs() {
    return Arrays.stream(runs).map(Objects::requireNonNull).toList();
  }
}
