package reluctant.depth;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.elementary.Elementary;
import reluctant.sweep.Rule;
import reluctant.train.Run;

/**
 * Whether a network gives one answer for all samples, and since when.
 *
 * <p>Of H hidden layers of N ReLUs on one input, whose signs are as likely one as the other and
 * whose biases start at 0, an input passes a layer with the chance a = 1 - 2^-N. All inputs of one
 * sign pass together, and one sign at least passes the first layer. So the chance of being born
 * dead is 1 - 2 a^H + b, where b is the chance that both signs pass: both pass the first layer with
 * the chance c = 1 - 2^(1-N), and each further one with a chance between a^2, as if independently,
 * and a, as if together. Hence
 *
 * <pre>1 - 2 a^H + c a^(2(H-1)) &lt;= P &lt;= 1 - 2 a^H + c a^(H-1).</pre>
 */
public enum Collapse {
  /** It did so before its training. */
  BORN,
  /** It came to it in its training. */
  LATER,
  /** Its answers differ. */
  NONE;

  /**
   * Looks at the answers to what a run learnt from, exactly.
   *
   * @param run what a trial gave
   */
  public static Collapse of(Run run) {
    return of(run, 0);
  }

  /**
   * Looks at the end by a cut of one's own; a start is dead if its answers are exactly alike.
   *
   * @param share of the targets' range that the answers' may have, at least 0
   * @return the rule, named after it
   */
  public static Rule<Collapse> within(double share) {
    return new Within(Require.notNegative("share", share));
  }

  private record Within(double share) implements Rule<Collapse> {
    @Override
    public Collapse of(Run run) {
      return Collapse.of(run, share);
    }

    @Override
    public String name() {
      return "collapse within " + share;
    }
  }

  private static Collapse of(Run run, double share) {
    var data = Require.present("run", run).trial().dataset();
    if (range(run.trial().initial().predict(data.inputs())) == 0) {
      return BORN;
    }
    double most = share * range(data.targets());
    return range(run.network().predict(data.inputs())) <= most ? LATER : NONE;
  }

  /** The largest difference within a column. */
  private static double range(SimpleMatrix rows) {
    double range = 0;
    for (int column = 0; column < rows.getNumCols(); column++) {
      SimpleMatrix all = rows.getColumn(column);
      range = Math.max(range, all.elementMax() - all.elementMin());
    }
    return range;
  }

  /**
   * The least chance of being born dead.
   *
   * @param width N, at least 1
   * @param depth H, how many hidden layers, at least 1
   */
  public static double atLeast(int width, int depth) {
    return bound(width, depth, 2);
  }

  /**
   * The largest chance of being born dead.
   *
   * @param width N, at least 1
   * @param depth H, how many hidden layers, at least 1
   */
  public static double atMost(int width, int depth) {
    return bound(width, depth, 1);
  }

  private static double bound(int width, int depth, int times) {
    Require.atLeast("width", width, 1);
    Require.atLeast("depth", depth, 1);
    double alive = 1 - Elementary.pow(0.5, width);
    double both = 2 * alive - 1;
    return 1 - 2 * Elementary.pow(alive, depth) + both * Elementary.pow(alive, times * (depth - 1));
  }
}
