package reluctant.doctor;

import reluctant.sweep.Sweep;
import reluctant.train.ProgressListener;
import reluctant.train.Trial;

/** How long the training of a trial takes, estimated from a few of its epochs. */
final class Cost {

  /** What takes as many seconds is not ruled by chance. */
  private static final double ENOUGH = 1;

  private static final int MOST_TIMES = 4;
  private static final double FASTER = 0.8;
  private static final int STEP = 8;

  private Cost() {}

  /**
   * Trains for ever more epochs, until that takes long enough to tell. How a sweep begins does not
   * count, and what gets faster is done again, since a JVM is slow with what it has not done
   * before.
   *
   * @return the seconds that all epochs of a seed take on a thread
   */
  static double seconds(Trial trial) {
    int all = trial.fit().epochs();
    int epochs = 1;
    double took = least(trial, epochs);
    double each = took;
    while (epochs < all && took < ENOUGH) {
      int more = (int) Math.min(all, (long) epochs * STEP);
      double longer = least(trial, more);
      each = Math.max(0, longer - took) / (more - epochs);
      epochs = more;
      took = longer;
    }
    return (epochs == all ? took : each * all) / Cohort.SEEDS;
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
        .seeds(0, Cohort.SEEDS)
        .threads(1)
        .outcomes(run -> true)
        .run(ProgressListener.NONE);
    return (System.nanoTime() - start) / 1e9;
  }
}
