package reluctant.doctor;

import reluctant.sweep.Sweep;
import reluctant.train.ProgressListener;
import reluctant.train.Trial;

/** How long the training of a trial takes, estimated from a few of its epochs. */
final class Cost {

  private static final int SEEDS = 16;

  /** What takes as many seconds is not ruled by how a sweep begins. */
  private static final double ENOUGH = 0.25;

  private static final int MOST_TIMES = 4;
  private static final double FASTER = 0.8;

  private Cost() {}

  /**
   * Trains for ever more epochs, until that takes long enough to tell. Each is done again as long
   * as it gets faster, since a JVM is slow with what it has not done before.
   *
   * @return the seconds that all epochs of a seed take on a thread
   */
  static double seconds(Trial trial) {
    int all = trial.fit().epochs();
    int epochs = 1;
    double took = least(trial, epochs);
    while (epochs < all && took < ENOUGH) {
      epochs = (int) Math.min(all, 8L * epochs);
      took = least(trial, epochs);
    }
    return took / SEEDS * all / epochs;
  }

  private static double least(Trial trial, int epochs) {
    double least = Double.POSITIVE_INFINITY;
    double took = train(trial, epochs);
    for (int i = 0; i < MOST_TIMES && took < FASTER * least; i++) {
      least = took;
      took = train(trial, epochs);
    }
    return Math.min(least, took);
  }

  private static double train(Trial trial, int epochs) {
    long start = System.nanoTime();
    Sweep.of(trial.epochs(epochs))
        .seeds(0, SEEDS)
        .threads(1)
        .outcomes(run -> true)
        .run(ProgressListener.NONE);
    return (System.nanoTime() - start) / 1e9;
  }
}
