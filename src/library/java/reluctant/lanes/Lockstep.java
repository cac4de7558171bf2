package reluctant.lanes;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reluctant.Require;
import reluctant.arithmetic.Lanes;
import reluctant.steps.Footprint;
import reluctant.train.Callback;
import reluctant.train.EarlyStopping;
import reluctant.train.Fit;
import reluctant.train.History;
import reluctant.train.ProgressListener;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * Trains the trials of neighbouring seeds side by side, a network in each lane of the processor's
 * vectors. It gives what {@link Trial#run()} gives each of them, to the bit, and much faster.
 */
public final class Lockstep {

  /** How many neighbouring seeds share the order of their samples, and so a block. */
  public static final int BLOCK = 64;

  private Lockstep() {}

  /**
   * Says what keeps a trial from being trained side by side with its neighbours: a layer of your
   * own.
   *
   * @param trial any trial
   * @return the reason, or nothing if nothing does
   */
  public static Optional<String> obstacle(Trial trial) {
    return Require.present("trial", trial).model().layers().stream()
        .filter(layer -> !LaneLayers.canMake(layer))
        .findFirst()
        .map(layer -> "the model has " + layer);
  }

  /**
   * Says how a trial's seeds are trained in this JVM.
   *
   * @param trial any trial
   * @return such as "side by side in vectors of 8", or "one by one, since the model has " and a
   *     layer of your own
   */
  public static String description(Trial trial) {
    return obstacle(trial)
        .map(reason -> "one by one, since " + reason)
        .orElseGet(() -> "side by side in " + Lanes.fastest());
  }

  /**
   * Trains neighbouring seeds, one by one where there is an {@link #obstacle}. An interrupt of the
   * thread ends it after the batch at hand, and the thread stays interrupted.
   *
   * @param trial what is repeated; its own seed does not matter
   * @param firstSeed the first seed
   * @param count how many seeds, all in the block of 64 that the first lies in
   * @return the runs by ascending seed; nothing if the thread was interrupted
   */
  public static List<Run> run(Trial trial, long firstSeed, int count) {
    return run(trial, firstSeed, count, Lanes.fastest());
  }

  static List<Run> run(Trial trial, long firstSeed, int count, Lanes lanes) {
    Require.present("trial", trial);
    checkCount(firstSeed, count);
    return obstacle(trial).isPresent()
        ? runOneByOne(trial, firstSeed, count)
        : runSideBySide(trial, firstSeed, count, lanes);
  }

  /**
   * Says how many neighbouring seeds can be trained side by side in the memory of this JVM.
   *
   * @param trial what is repeated
   * @param threads how many threads train as many at the same time
   * @return from 1 to 64; 1 where there is an {@link #obstacle}
   * @throws IllegalArgumentException if there is no room even for one, saying what would fit
   */
  public static int mostSeeds(Trial trial, int threads) {
    return mostSeeds(Require.present("trial", trial), threads, Lanes.fastest());
  }

  private static int mostSeeds(Trial trial, int threads, Lanes lanes) {
    return trial.fit().fits().stream()
        .mapToInt(fit -> mostSeedsOfOne(trial.fit(fit), threads, lanes))
        .min()
        .orElse(1);
  }

  private static int mostSeedsOfOne(Trial trial, int threads, Lanes lanes) {
    Fit fit = trial.fit();
    if (obstacle(trial).isPresent()) {
      Footprint.of(trial.model(), trial.data(), fit.batchSize(), fit.validationData())
          .check(threads);
      return 1;
    }
    int seeds = BLOCK;
    while (seeds > 1 && !sideBySide(trial, seeds, lanes).fits(threads)) {
      seeds /= 2;
    }
    sideBySide(trial, seeds, lanes).check(threads);
    return seeds;
  }

  private static Footprint sideBySide(Trial trial, int networks, Lanes lanes) {
    Fit fit = trial.fit();
    EarlyStopping stopping = fit.earlyStopping();
    boolean keepsBest = stopping != null && stopping.restoreBestWeights();
    return Footprint.sideBySide(
        trial.model(),
        trial.data(),
        fit.batchSize(),
        fit.validationData(),
        networks,
        kind(networks, lanes).width(),
        keepsBest);
  }

  /**
   * Vectors of which three quarters or more would be idle are larger than plain Java, and slower.
   */
  private static Lanes kind(int networks, Lanes lanes) {
    return 4 * networks <= lanes.width() ? Lanes.SCALAR : lanes;
  }

  private static void checkCount(long firstSeed, int count) {
    int left = BLOCK - (int) (firstSeed & (BLOCK - 1));
    if (count < 1 || count > left) {
      throw Require.refusal(
          format(
              "count must be 1 to %d, what is left of the block of %d seeds. Received: %d",
              left, BLOCK, count));
    }
  }

  private static List<Run> runSideBySide(Trial trial, long firstSeed, int count, Lanes lanes) {
    int most = mostSeeds(trial, 1, lanes);
    var runs = new ArrayList<Run>(count);
    for (int done = 0; done < count; done += most) {
      int some = Math.min(most, count - done);
      List<Run> next = LaneFits.run(trial.seed(firstSeed + done), some, kind(some, lanes));
      if (next.isEmpty()) {
        return List.of();
      }
      runs.addAll(next);
    }
    return runs;
  }

  private static List<Run> runOneByOne(Trial trial, long firstSeed, int count) {
    var runs = new ArrayList<Run>();
    for (int i = 0; i < count; i++) {
      Trial one = trial.seed(firstSeed + i);
      Run run = one.run(Callback.NONE, ProgressListener.NONE);
      if (run.history().end() == History.End.INTERRUPTED) {
        return List.of();
      }
      runs.add(run);
    }
    return runs;
  }
}
