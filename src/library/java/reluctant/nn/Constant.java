package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Every number is the same.
 *
 * @param value the number, finite
 */
public record Constant(double value) implements Initializer {

  public Constant {
    Require.finite("value", value);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    variable.fill(value);
  }

  @Override
  public String toString() {
    // A negative zero is not ZEROS.
    return equals(ZEROS) ? "ZEROS" : equals(ONES) ? "ONES" : "new Constant(" + value + ")";
  }
}
