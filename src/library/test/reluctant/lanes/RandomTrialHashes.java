package reluctant.lanes;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import reluctant.arithmetic.Lanes;
import reluctant.train.Callback;
import reluctant.train.History;
import reluctant.train.Metric;
import reluctant.train.ProgressListener;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * A hash of the bits of what random trials give, trained in one way. Runs in a JVM of its own: its
 * version, its options and the first argument say which way that is.
 */
public final class RandomTrialHashes {

  /** The readable trainer, one trial after the other. */
  static final String READABLE = "readable";

  /** The fastest lanes of the JVM. */
  static final String LANES = "lanes";

  /** After so many a line says how far the hash has come, so that a difference can be found. */
  private static final int STEP = 100;

  private long hash = 0xcbf29ce484222325L;

  private RandomTrialHashes() {}

  /** Prints what trains, then the hash so far after some trials each. */
  public static void main(String[] arguments) {
    boolean isReadable = arguments[0].equals(READABLE);
    int trials = Integer.parseInt(arguments[1]);
    System.out.println(isReadable ? "one by one" : Lanes.fastest());
    var hashes = new RandomTrialHashes();
    for (int number = 0; number < trials; number++) {
      RandomTrials.Block block = RandomTrials.block(number);
      (isReadable ? oneByOne(block) : sideBySide(block)).forEach(hashes::add);
      if (number % STEP == STEP - 1) {
        System.out.println(format("%d %016x", number + 1, hashes.hash));
      }
    }
  }

  private static List<Run> sideBySide(RandomTrials.Block block) {
    return Lockstep.run(block.trial(), block.first(), block.count());
  }

  static List<Run> oneByOne(RandomTrials.Block block) {
    var runs = new ArrayList<Run>();
    for (Trial trial : block.trials()) {
      runs.add(trial.run(Callback.NONE, ProgressListener.NONE));
    }
    return runs;
  }

  private void add(Run run) {
    History history = run.history();
    add(run.network().parameters());
    add(history.loss());
    add(history.validationLoss());
    add(history.gradientNorm());
    for (Metric metric : history.metrics()) {
      add(history.metric(metric));
    }
    for (int epochs : history.epochsOfFits()) {
      add(epochs);
    }
    add(history.end().name().hashCode());
    add(history.divergedAt().orElse(0));
  }

  private void add(double[] numbers) {
    add(numbers.length);
    for (double number : numbers) {
      add(Double.doubleToLongBits(number));
    }
  }

  /** FNV-1a. */
  private void add(long bits) {
    hash = (hash ^ bits) * 0x100000001b3L;
  }
}
