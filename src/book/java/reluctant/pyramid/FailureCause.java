package reluctant.pyramid;

import static reluctant.Text.format;

import reluctant.Require;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.Units;
import reluctant.nn.Backpropagation;
import reluctant.sweep.Rule;
import reluctant.train.Run;

/**
 * What the first layer of a network that failed at the Euclidean distance shows: the two checks of
 * the thread, dead units and overlapping ones, as {@link Units} defines them.
 */
public enum FailureCause {
  /** It did not fail: its {@link Shape} is the pyramid. */
  NO_FAILURE,
  /** A unit is dead, and no two of the others are duplicates. */
  DEAD,
  /** Two units are duplicates, and none is dead. */
  DUPLICATE,
  /** A unit is dead, and two others are duplicates. */
  BOTH,
  /** It failed though all its units live and point in directions of their own. */
  NEITHER;

  /**
   * Says why a trial on the Euclidean distance failed, if it did.
   *
   * @param run what the trial gave
   * @return the cause
   * @throws IllegalArgumentException if the trial's data are something else
   */
  public static FailureCause of(Run run) {
    return within(Units.LEAST_ACTIVE, Units.LEAST_ANGLE).of(run);
  }

  /**
   * The same with other cuts.
   *
   * @param leastActive on which share of the samples a living unit is active at least, above 0
   * @param leastAngle how many degrees two units must lie apart not to be duplicates, above 0
   * @return the rule, named after its cuts
   */
  public static Rule<FailureCause> within(double leastActive, double leastAngle) {
    return new Within(
        Require.positive("leastActive", leastActive), Require.positive("leastAngle", leastAngle));
  }

  private record Within(double leastActive, double leastAngle) implements Rule<FailureCause> {
    @Override
    public FailureCause of(Run run) {
      var distribution = Shape.distribution(run);
      var network = Require.present("run", run).network();
      var data = run.trial().dataset();
      var work = new Backpropagation(network.model(), data.samples());
      var predictions = work.forward(network.parameters(), data.inputs().getDDRM());
      double fvu = Fvu.of(data.targets().getDDRM(), predictions);
      if (Shape.of(fvu, distribution) == Shape.PYRAMID) {
        return NO_FAILURE;
      }
      Units units = Units.of(network, 0, work.preActivations(0));
      boolean duplicate = units.duplicates(leastActive, leastAngle) > 0;
      boolean dead = units.dead(leastActive) > 0;
      return dead ? (duplicate ? BOTH : DEAD) : (duplicate ? DUPLICATE : NEITHER);
    }

    @Override
    public String name() {
      return format("dead below %s, duplicate below %s degrees", leastActive, leastAngle);
    }
  }
}
