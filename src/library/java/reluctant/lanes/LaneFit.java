package reluctant.lanes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.arithmetic.LaneMemory;
import reluctant.arithmetic.Lanes;
import reluctant.data.Dataset;
import reluctant.steps.Batches;
import reluctant.train.LossLoops;
import reluctant.train.Objective;
import reluctant.train.Trial;

/** The loop over epochs and batches of neighbouring seeds, all of a block or some of it. */
final class LaneFit {

  private final Trial trial;
  private final Lanes kind;
  private final int lanes;
  private final int width;
  private final LaneBatches batches;
  private final LaneMemory memory;
  private final LaneSums sums;
  private final Objective objective;
  private final LaneNetwork network;
  private final LaneOptimizer optimizer;
  private final LaneHistory history;
  private boolean isOver;

  /** Begins with the trial of the first seed, whose fit is the one of this number, from 0. */
  LaneFit(Trial trial, int number, List<LaneRun> runs, Lanes kind, BlockMemory shared) {
    shared.working().rewind();
    this.trial = trial;
    this.kind = kind;
    int networks = runs.size();
    width = kind.width();
    lanes = (networks + width - 1) / width * width;
    batches = LaneBatches.of(trial, networks, kind, shared);
    double[] parameters = start(runs);
    double[] gradient = new double[parameters.length];
    memory = new LaneMemory(parameters, gradient, batches.size(), shared.working());
    sums = new LaneSums(trial.fit().metrics().size(), lanes);
    objective = Objective.of(trial.model(), trial.fit().loss());
    Trial trained = trial.model(objective.model());
    var layers = LaneLayers.of(trained, number, networks, lanes, kind, memory, batches.x());
    network = new LaneNetwork(layers, objective, trial, memory, kind);
    optimizer = new LaneOptimizer(trial.model(), trial.fit().optimizer(), lanes, kind, memory);
    history = new LaneHistory(trial, runs, width, optimizer, validation(shared));
    isOver = history.isOver();
  }

  private @Nullable LaneValidation validation(BlockMemory shared) {
    Batches pieces = shared.validationData();
    Dataset data = trial.fit().validationData();
    return pieces == null || data == null
        ? null
        : new LaneValidation(data, pieces, batches, network, objective, optimizer, kind, lanes);
  }

  /** Lanes that are left over repeat the last network. */
  private double[] start(List<LaneRun> runs) {
    var all = new double[trial.model().parameterCount() * lanes];
    for (int lane = 0; lane < lanes; lane++) {
      double[] one = runs.get(Math.min(lane, runs.size() - 1)).start();
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
      history.endEpoch();
      isOver = history.isOver();
      if (Thread.currentThread().isInterrupted()) {
        return false; // Other data may have been measured in part.
      }
    }
    return true;
  }

  /** Says whether no network is left that could be trained. */
  boolean isOver() {
    return isOver;
  }

  /** Returns false if the thread was interrupted. */
  private boolean runEpoch(int[] order) {
    for (int first = 0; first < order.length; first += batches.size()) {
      int samples = batches.take(order, first);
      if (!computeGradient(samples)) {
        return false;
      }
      double share = (double) samples / order.length;
      history.endDiverged(sums, share);
      optimizer.step(sums.gradientNorm());
      history.add(sums, share);
    }
    return true;
  }

  private boolean computeGradient(int samples) {
    for (int lane = 0; lane < lanes; lane += width) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      if (!history.hasEnded(lane)) {
        network.step(batches, sums, lane, samples);
      }
    }
    int terms = LossLoops.terms(objective.loss(), samples, trial.model().outputs());
    sums.divideLossBy(terms);
    optimizer.prepare(1.0 / terms, sums.loss());
    return true;
  }
}
