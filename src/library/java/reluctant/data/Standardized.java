package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;

/**
 * A problem whose inputs, targets or both have mean 0 and standard deviation 1 in each column of
 * each draw.
 */
record Standardized(Problem source, boolean inputs, boolean targets) implements Derived {

  @Override
  public Problem of(Problem other) {
    return new Standardized(other, inputs, targets);
  }

  @Override
  public Dataset changed(Dataset data, UniformRandomProvider random) {
    Dataset half = inputs ? standardized(data, Side.INPUTS) : data;
    return targets ? standardized(half, Side.TARGETS) : half;
  }

  private static Dataset standardized(Dataset data, Side side) {
    SimpleMatrix numbers = side.of(data);
    Columns columns = Columns.standardizing(side, numbers);
    return side.changed(data, columns.to(numbers), side.of(data.scaling()).then(columns));
  }

  @Override
  public String toString() {
    String what = inputs && targets ? "" : inputs ? "Inputs" : "Targets";
    return source + ".standardized" + what + "()";
  }
}
