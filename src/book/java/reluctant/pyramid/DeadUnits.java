package reluctant.pyramid;

import static reluctant.Text.format;

import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.diagnose.SilentUnits;
import reluctant.diagnose.Units;
import reluctant.nn.PReLU;
import reluctant.sweep.Rule;
import reluctant.train.Run;

/**
 * Whether the first layer of a trained network has a dead unit, in three senses that are one for
 * ReLUs and not for their variants.
 */
public final class DeadUnits {
  private static final double LEAST_SHARE = 0.01;
  private static final double NO_SLOPE = 1e-3;

  private DeadUnits() {}

  /** Whether a unit is active, z &gt; 0, on less than 1 % of the samples: {@link Units#isDead}. */
  public static boolean areInactive(Run run) {
    return activeBelow(Units.LEAST_ACTIVE).of(run);
  }

  /**
   * The same with another cut.
   *
   * @param share of the samples that a living unit is active on at least, above 0
   * @return the rule, named after its cut
   */
  public static Rule<Boolean> activeBelow(double share) {
    return new ActiveBelow(Require.positive("share", share));
  }

  private record ActiveBelow(double share) implements Rule<Boolean> {
    @Override
    public Boolean of(Run run) {
      return Units.of(run).dead(share) > 0;
    }

    @Override
    public String name() {
      return format("a unit active below %s", share);
    }
  }

  /**
   * Whether a unit passes hardly a gradient, |slope| at most 1/1000, on at least 99 % of the
   * samples. Where a PReLU follows the first layer, the slope below 0 is the one that it learnt.
   */
  public static boolean arePassive(Run run) {
    var model = Require.present("run", run).network().model();
    Require.atLeast("the number of layers", model.layers().size(), 2);
    if (!(model.layers().get(1) instanceof PReLU)) {
      return SilentUnits.count(run, NO_SLOPE) > 0;
    }
    Units units = Units.of(run);
    SimpleMatrix slopes = run.network().alpha(1);
    return IntStream.range(0, units.count())
        .anyMatch(unit -> units.isDead(unit) && Math.abs(slopes.get(unit)) <= NO_SLOPE);
  }

  /**
   * Whether a unit does nothing: what it adds to the output, |v| times the standard deviation of
   * its own output, is less than 1 % of the standard deviation of the targets.
   *
   * @param run of a trial with one hidden layer, which may be followed by its PReLU, and one output
   */
  public static boolean areUseless(Run run) {
    var data = Require.present("run", run).trial().dataset();
    Require.atLeast("the number of layers", run.network().model().layers().size(), 2);
    int last = run.network().model().layers().size() - 1;
    SimpleMatrix outputs = run.network().outputs(last - 1, data.inputs());
    SimpleMatrix v = run.network().kernel(last);
    double least = LEAST_SHARE * deviation(data.targets());
    for (int unit = 0; unit < outputs.getNumCols(); unit++) {
      if (Math.abs(v.get(unit)) * deviation(outputs.getColumn(unit)) < least) {
        return true;
      }
    }
    return false;
  }

  private static double deviation(SimpleMatrix values) {
    double mean = values.elementSum() / values.getNumElements();
    return values.minus(mean).normF() / Math.sqrt(values.getNumElements());
  }
}
