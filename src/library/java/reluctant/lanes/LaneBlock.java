package reluctant.lanes;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import reluctant.arithmetic.Lanes;
import reluctant.nn.RandomStream;
import reluctant.train.Fit;
import reluctant.train.Trial;

/**
 * A fit of a block of neighbouring seeds, which share the order of their samples.
 *
 * <p>What a step reads and writes should stay in the processor's cache until the next one. Where
 * the numbers of all networks are too many for it, the block is cut into several {@link LaneFit},
 * and each goes through some epochs before the next one's turn.
 */
final class LaneBlock {

  /** Half of a core's second cache where it is a mebibyte, in numbers. */
  private static final int CACHE = (1 << 19) / Double.BYTES;

  /** How many numbers the orders of the epochs ahead have at most. */
  private static final int AHEAD = 1 << 14;

  /** Parameters, their gradient and two moments of an optimizer. */
  private static final int OF_EACH_PARAMETER = 4;

  private final Trial trial;
  private final List<LaneFit> fits = new ArrayList<>();
  private final UniformRandomProvider random;
  private final int[] order;

  /**
   * Begins with the trial of the block's first seed, whose fit is the one of this number, from 0.
   */
  LaneBlock(Trial trial, int number, List<LaneRun> runs, Lanes kind) {
    this.trial = trial;
    int networks = runs.size();
    random = RandomStream.ORDER.ofBlock(trial.seed(), number);
    order = PermutationSampler.natural(trial.data().samples());
    int most = together(trial, networks, kind.width());
    var shared = new BlockMemory(trial, networks, kind.width());
    for (int first = 0; first < networks; first += most) {
      Trial own = trial.seed(trial.seed() + first);
      List<LaneRun> some = runs.subList(first, Math.min(first + most, networks));
      fits.add(new LaneFit(own, number, some, kind, shared));
    }
  }

  /** Returns how many networks are trained together, whole groups of lanes if not all. */
  private static int together(Trial trial, int networks, int width) {
    double numbers = (double) OF_EACH_PARAMETER * trial.model().parameterCount();
    if (!trial.data().isFixed()) {
      if (endsEarly(trial.fit())) {
        return Math.min(networks, width); // A group that has ended takes no more time.
      }
      int ofSample = trial.model().inputs() + trial.model().outputs();
      numbers += (double) trial.data().samples() * ofSample;
    }
    int groups = (networks + width - 1) / width;
    while (groups > 1 && groups * width * numbers > CACHE) {
      groups = (groups + 1) / 2;
    }
    return Math.min(networks, groups * width);
  }

  private static boolean endsEarly(Fit fit) {
    return fit.earlyStopping() != null || fit.untilLoss().isPresent();
  }

  /** Goes through all epochs. Returns false if the thread was interrupted. */
  boolean run() {
    int epochs = trial.fit().epochs();
    int most = fits.size() == 1 ? 1 : Math.max(1, AHEAD / order.length);
    for (int epoch = 0; epoch < epochs; epoch += most) {
      var orders = orders(Math.min(most, epochs - epoch));
      boolean isOver = true;
      for (LaneFit fit : fits) {
        if (!fit.run(orders)) {
          return false;
        }
        isOver &= fit.isOver();
      }
      if (isOver) {
        break;
      }
    }
    return true;
  }

  /** Draws the orders of the next epochs. */
  private List<int[]> orders(int epochs) {
    Fit fit = trial.fit();
    var orders = new ArrayList<int[]>(epochs);
    for (int i = 0; i < epochs; i++) {
      if (fit.shuffle()) {
        PermutationSampler.shuffle(random, order);
      }
      orders.add(epochs == 1 ? order : order.clone());
    }
    return orders;
  }
}
