package reluctant.lanes;

import java.util.List;
import java.util.stream.IntStream;
import reluctant.arithmetic.LaneMemory;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.WorkingMemory;
import reluctant.train.Run;
import reluctant.train.Trial;

/** The loop over epochs and batches of neighbouring seeds, all of a block or some of it. */
final class LaneFit {

  private final Trial trial;
  private final int networks;
  private final Lanes kind;
  private final int lanes;
  private final int width;
  private final LaneBatches batches;
  private final LaneMemory memory;
  private final double[] losses;
  private final double[] norms;
  private final LaneNetwork network;
  private final LaneOptimizer optimizer;
  private final LaneHistory history;
  private boolean isOver;

  /** Begins with the trial of the first seed. */
  LaneFit(Trial trial, int networks, Lanes kind, WorkingMemory working) {
    working.rewind();
    this.trial = trial;
    this.networks = networks;
    this.kind = kind;
    width = kind.width();
    lanes = (networks + width - 1) / width * width;
    var model = trial.model();
    batches = LaneBatches.of(trial, networks, kind, working);
    double[] parameters = initial();
    memory = new LaneMemory(parameters, new double[parameters.length], batches.size(), working);
    losses = new double[lanes];
    norms = new double[lanes];
    network = new LaneNetwork(model, trial.fit().loss(), kind, lanes, memory, batches.x());
    optimizer = new LaneOptimizer(model, trial.fit().optimizer(), lanes, memory);
    history = new LaneHistory(trial, networks);
  }

  /** Lanes that are left over repeat the last network. */
  private double[] initial() {
    var all = new double[trial.model().parameterCount() * lanes];
    for (int lane = 0; lane < lanes; lane++) {
      long seed = trial.seed() + Math.min(lane, networks - 1);
      double[] one = trial.model().initialize(seed).parameters();
      for (int i = 0; i < one.length; i++) {
        all[i * lanes + lane] = one[i];
      }
    }
    return all;
  }

  /** Goes through epochs with these orders. Returns false if the thread was interrupted. */
  boolean run(List<int[]> orders) {
    for (int i = 0; i < orders.size() && !isOver; i++) {
      if (!runEpoch(orders.get(i))) {
        return false;
      }
      isOver = !history.endEpoch(optimizer);
    }
    return true;
  }

  /** Says whether no network is left that could be trained. */
  boolean isOver() {
    return isOver;
  }

  /** Returns the runs by ascending seed. */
  List<Run> runs() {
    return IntStream.range(0, networks).mapToObj(lane -> history.run(lane, optimizer)).toList();
  }

  /** Returns false if the thread was interrupted. */
  private boolean runEpoch(int[] order) {
    for (int first = 0; first < order.length; first += batches.size()) {
      int samples = batches.take(order, first);
      if (!computeGradient(samples)) {
        return false;
      }
      double share = (double) samples / order.length;
      history.add(losses, norms, share, optimizer);
      optimizer.step();
    }
    return true;
  }

  private boolean computeGradient(int samples) {
    for (int lane = 0; lane < lanes; lane += width) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      batches.load(lane);
      network.step(batches.y(), losses, lane, samples);
    }
    int elements = samples * trial.model().outputs();
    for (int lane = 0; lane < lanes; lane++) {
      losses[lane] /= elements;
    }
    scale(memory.gradient(), 1.0 / elements);
    optimizer.addPenalties(losses);
    kind.norms(memory.gradient(), norms);
    return true;
  }

  private static void scale(double[] numbers, double factor) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factor;
    }
  }
}
