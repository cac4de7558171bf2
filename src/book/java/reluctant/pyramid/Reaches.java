package reluctant.pyramid;

import java.util.Map;
import reluctant.Require;
import reluctant.Text;
import reluctant.data.Distribution;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.Units;
import reluctant.train.Run;

/**
 * What networks of any activation make of the Euclidean distance: how near they come, told from the
 * fraction of variance unexplained ({@link Fvu}) on at least 1000 points.
 *
 * <p>The limits of {@link Shape} fit 2 -> 3 ReLU -> 1 alone: the best of three sigmoids, 0.0189 on
 * N(0, I), lies just at that of its pyramid. Those here lie where the trained networks of sixteen
 * activations leave a gap, between the hexagonal pyramid and the next worse optimum of any of them.
 *
 * <table>
 * <caption>FVU below which a network is as near as the pyramid</caption>
 * <tr><th></th><th>N(0, I)</th><th>disk</th><th>square</th><th>normal(3, 1)</th>
 *     <th>normal(10, 1)</th></tr>
 * <tr><td>the best pyramid</td><td>0.0081</td><td>0.0156</td><td>0.0128</td><td>0.0029</td>
 *     <td>0.00019</td></tr>
 * <tr><td>limit</td><td>0.015</td><td>0.025</td><td>0.022</td><td>0.006</td><td>0.00085</td></tr>
 * </table>
 *
 * <p>Of points that lean to one coordinate, the best pyramids are those that 800 trainings found,
 * and the gap is that of ReLUs.
 */
public final class Reaches {

  private static final Map<Distribution, Double> PYRAMID =
      Map.of(
          Distribution.NORMAL,
          0.015,
          Distribution.DISK,
          0.025,
          Distribution.SQUARE,
          0.022,
          Distribution.normal(3, 1),
          0.006,
          Distribution.normal(10, 1),
          0.00085);

  private static final double BOWL = 0.08;
  private static final double NEAR_AXIS = 15;

  private Reaches() {}

  /**
   * Says whether a network is as near to the distance as the hexagonal pyramid, or nearer.
   *
   * @param run what a trial gave
   * @throws IllegalArgumentException if the trial's data are no distance, or of points that no
   *     limit is known for
   */
  public static boolean pyramid(Run run) {
    Double limit = PYRAMID.get(Shape.distribution(run));
    if (limit == null) {
      throw Require.refusal(
          "the points must be drawn as one of "
              + Text.sorted(PYRAMID.keySet())
              + ". Received: "
              + run.trial().data());
    }
    return Fvu.of(run) < limit;
  }

  /**
   * Says whether a network of N(0, I) is a bowl of any kind, with a side in each direction, and not
   * a valley or less: its FVU is below 0.08.
   *
   * @param run what a trial gave
   */
  public static boolean bowl(Run run) {
    return Fvu.of(run) < BOWL;
  }

  /**
   * Says whether the first unit looks at one coordinate alone, as a unit would that helps to square
   * it: its weights point less than 15 degrees away from an axis. A third of all directions do.
   *
   * @param run what a trial gave
   * @throws IllegalArgumentException if the network has not two inputs
   */
  public static boolean alongAnAxis(Run run) {
    double turned = Math.abs(Units.of(run).direction(0)) % 90;
    return Math.min(turned, 90 - turned) < NEAR_AXIS;
  }
}
