package reluctant.pyramid;

import java.util.Map;
import reluctant.Require;
import reluctant.Text;
import reluctant.data.Distribution;
import reluctant.diagnose.Fvu;
import reluctant.train.Run;

/**
 * The least share of the variance of the distance that three ReLUs leave unexplained, an FVU
 * ({@link Fvu}). Where points lean to no coordinate it is that of the {@linkplain RegularPolygon
 * hexagon}; where they do it was searched for, from 64 starts on 10,000 points each, the best four
 * trained on over 40,000 points and measured on 200,000, where they agreed to one part in 100.
 */
public final class BestOfThree {
  private static final Map<Distribution, Double> FOUND =
      Map.of(
          Distribution.normal(2, 1), 0.00593,
          Distribution.normal(5, 1), 0.00130,
          Distribution.normal(10, 1), 0.000241,
          Distribution.halfNormal(5, 1), 0.000370);

  /** The best of several samples of 1000 points lies within a factor of about 1.3 of it. */
  private static final double AS_GOOD = 2;

  private BestOfThree() {}

  /**
   * Returns the best.
   *
   * @param distribution how the points are drawn
   * @throws IllegalArgumentException if that was not searched for
   */
  public static double fvu(Distribution distribution) {
    Double found = FOUND.get(Require.present("distribution", distribution));
    if (found == null && distribution.leaning() > 1) {
      throw Require.refusal(
          "distribution must be one of "
              + Text.sorted(FOUND.keySet())
              + ". Received: "
              + distribution);
    }
    return found == null ? RegularPolygon.HEXAGON.fvu(distribution) : found;
  }

  /**
   * Says whether a trial on the Euclidean distance is about as good as three ReLUs can be: it
   * leaves less than twice the least share unexplained.
   *
   * @param run what the trial gave
   * @throws IllegalArgumentException if the trial's data are something else
   */
  public static boolean isReached(Run run) {
    return Fvu.of(run) < AS_GOOD * fvu(Shape.distribution(run));
  }
}
