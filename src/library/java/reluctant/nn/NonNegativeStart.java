package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Draws as another initializer does, then drops the signs: |k|. It concerns the start only; {@link
 * Constraint#NON_NEGATIVE} keeps a kernel so.
 *
 * @param of draws the magnitudes
 */
public record NonNegativeStart(Initializer of) implements ScaledByFans {

  public NonNegativeStart {
    Require.present("of", of);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    of.fill(variable, random);
    dropSigns(variable);
  }

  @Override
  public void fillVector(DMatrixRMaj variable, UniformRandomProvider random) {
    ScaledByFans.fillVector(of, variable, random);
    dropSigns(variable);
  }

  private static void dropSigns(DMatrixRMaj variable) {
    for (int i = 0; i < variable.getNumElements(); i++) {
      variable.data[i] = Math.abs(variable.data[i]);
    }
  }

  /** Returns this initializer as the Java that makes it. */
  @Override
  public String toString() {
    return "new NonNegativeStart(" + of + ")";
  }
}
