package reluctant.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reluctant.Require;

/**
 * Trains the trials of neighbouring seeds side by side, with the bits that {@link Trial#run()}
 * gives each of them.
 */
public final class Lockstep {

  /** How many seeds share an order of samples, and so the largest block. */
  public static final int BLOCK = 64;

  private Lockstep() {}

  /**
   * Says what keeps a trial from being trained side by side with its neighbours.
   *
   * @param trial any trial
   * @return the reason, or nothing if nothing does
   */
  public static Optional<String> obstacle(Trial trial) {
    Require.present("trial", trial);
    return Optional.of("lanes are not built in");
  }

  /**
   * Trains a block of seeds. An interrupt of the thread ends it after the batch at hand, and the
   * thread stays interrupted.
   *
   * @param trial what is repeated; its own seed does not matter
   * @param firstSeed the first seed
   * @param count how many seeds, at most as many as are left of the block of 64 that the first lies
   *     in
   * @return the runs by ascending seed; nothing if the thread was interrupted
   */
  public static List<Run> run(Trial trial, long firstSeed, int count) {
    var runs = new ArrayList<Run>();
    for (int i = 0; i < count; i++) {
      Run run = trial.seed(firstSeed + i).run();
      if (run.history().end() == History.End.INTERRUPTED) {
        return List.of();
      }
      runs.add(run);
    }
    return runs;
  }
}
