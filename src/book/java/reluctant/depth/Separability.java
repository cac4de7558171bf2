package reluctant.depth;

import java.util.ArrayList;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.train.Run;

/**
 * Whether a plane tells two classes apart: w h + b &ge; 1 for targets above 1/2, and &le; -1 for
 * the others, for some w and b. A linear programme without an objective finds them, or that there
 * are none.
 */
public enum Separability {
  /** A plane does. */
  SEPARABLE,
  /** None does. */
  MIXED;

  private static final int MOST_STEPS = 100_000;

  /**
   * Asks of the last hidden layer as it was before the training, on what was learnt from.
   *
   * @param run what a trial gave; it has a hidden layer and one output
   */
  public static Separability atStart(Run run) {
    Dataset data = Require.present("run", run).trial().dataset();
    int hidden = run.trial().model().layers().size() - 2;
    return of(run.trial().initial().outputs(hidden, data.inputs()), data.targets());
  }

  /**
   * Asks of points of any dimension.
   *
   * @param points (samples x dimensions)
   * @param targets (samples x 1)
   */
  static Separability of(SimpleMatrix points, SimpleMatrix targets) {
    int dimensions = points.getNumCols();
    var sides = new ArrayList<LinearConstraint>();
    for (int sample = 0; sample < points.getNumRows(); sample++) {
      double side = targets.get(sample) > 0.5 ? 1 : -1;
      var row = new double[dimensions + 1];
      for (int i = 0; i < dimensions; i++) {
        row[i] = side * points.get(sample, i);
      }
      row[dimensions] = side;
      sides.add(new LinearConstraint(row, Relationship.GEQ, 1));
    }
    try {
      new SimplexSolver()
          .optimize(
              new MaxIter(MOST_STEPS),
              new LinearObjectiveFunction(new double[dimensions + 1], 0),
              new LinearConstraintSet(sides),
              new NonNegativeConstraint(false));
      return SEPARABLE;
    } catch (NoFeasibleSolutionException e) {
      return MIXED;
    }
  }
}
