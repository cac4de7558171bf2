package reluctant.sweep;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import reluctant.Require;
import reluctant.lanes.Lockstep;
import reluctant.train.Trial;

/**
 * What one thread trains at a time: neighbouring seeds of one trial.
 *
 * @param number its place in the sweep, from 0
 * @param trial what is repeated
 * @param firstSeed the first seed
 * @param count how many seeds, from 1 to as many as are left of the aligned block of 64 that the
 *     first lies in
 */
public record Part(long number, Trial trial, long firstSeed, int count) {

  public Part {
    Require.present("trial", trial);
    if (number < 0) {
      throw Require.refusal("number must be at least 0. Received: " + number);
    }
    int room = Lockstep.BLOCK - Math.floorMod(firstSeed, Lockstep.BLOCK);
    if (count < 1 || count > room) {
      throw Require.refusal(
          format("count must be from 1 to %d after seed %d. Received: %d", room, firstSeed, count));
    }
  }

  boolean holds(long seed) {
    return seed >= firstSeed && seed - firstSeed < count;
  }

  /** Returns so many of the first seeds of this part. */
  Part first(int seeds) {
    return new Part(number, trial, firstSeed, seeds);
  }

  /** Returns what is left of this part from a seed on. */
  Part from(long seed) {
    return new Part(number, trial, seed, (int) (firstSeed + count - seed));
  }

  /**
   * Cuts this part.
   *
   * @param size how many seeds a piece has, at least 1; the last one has what is left
   * @return the pieces, which all have this part's number
   */
  public List<Part> pieces(int size) {
    Require.atLeast("size", size, 1);
    var pieces = new ArrayList<Part>();
    for (int done = 0; done < count; done += size) {
      pieces.add(new Part(number, trial, firstSeed + done, Math.min(size, count - done)));
    }
    return pieces;
  }
}
