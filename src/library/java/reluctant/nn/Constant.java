package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
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

  /** Says whether the bits are the same, which a page's records would not say of zeros. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Constant constant && Double.compare(value, constant.value) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(value);
  }

  @Override
  public String toString() {
    // A negative zero is not ZEROS.
    return equals(ZEROS) ? "ZEROS" : equals(ONES) ? "ONES" : "new Constant(" + value + ")";
  }
}
