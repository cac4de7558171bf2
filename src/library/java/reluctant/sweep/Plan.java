package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import reluctant.Require;
import reluctant.lanes.Lockstep;
import reluctant.train.Trial;

/**
 * The parts of a sweep in their order: the first aligned block of seeds for each cell of the grid,
 * then the next block, so that all cells grow sure together.
 *
 * @param cells the trials of the grid's cells, one if there is no grid
 * @param firstSeed the first seed
 * @param seeds how many seeds each cell has
 */
record Plan(List<Trial> cells, long firstSeed, long seeds) {

  private static final int BLOCK = Lockstep.BLOCK;

  /** Up to here the share of a count is exact. */
  private static final long MOST_TRIALS = 1L << 53;

  Plan {
    check(firstSeed, seeds, cells.size());
  }

  static void check(long firstSeed, long seeds, int cells) {
    if (seeds < 1) {
      throw Require.refusal("seeds must be at least 1. Received: " + seeds);
    }
    if (firstSeed > Long.MAX_VALUE - seeds) {
      throw Require.refusal(
          format("firstSeed must leave room for %d seeds. Received: %d", seeds, firstSeed));
    }
    if (seeds > MOST_TRIALS / cells) {
      throw Require.refusal(
          format("seeds must be at most %d. Received: %d", MOST_TRIALS / cells, seeds));
    }
  }

  /** Seeds of the first block that lie before the first seed. */
  private int lead() {
    return Math.floorMod(firstSeed, BLOCK);
  }

  long trials() {
    return seeds * cells.size();
  }

  long parts() {
    return ((lead() + seeds - 1) / BLOCK + 1) * cells.size();
  }

  Part part(long number) {
    long block = number / cells.size();
    long start = Math.max(0, block * BLOCK - lead());
    long stop = Math.min(seeds, block * BLOCK - lead() + BLOCK);
    return new Part(number, cells.get(cell(number)), firstSeed + start, (int) (stop - start));
  }

  /** Returns the cell that a part belongs to. */
  int cell(long number) {
    return (int) (number % cells.size());
  }
}
