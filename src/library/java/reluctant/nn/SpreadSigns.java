package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Draws as another initializer does, then sets the signs in turn, like the fields of a chessboard:
 * row i, column j becomes |k| where i + j is even, and -|k| where it is odd. The units of a layer
 * with one input then look both ways, half of them to the right.
 *
 * @param of draws the magnitudes
 */
public record SpreadSigns(Initializer of) implements ScaledByFans {

  public SpreadSigns {
    Require.present("of", of);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    of.fill(variable, random);
    spread(variable);
  }

  @Override
  public void fillVector(DMatrixRMaj variable, UniformRandomProvider random) {
    ScaledByFans.fillVector(of, variable, random);
    spread(variable);
  }

  private static void spread(DMatrixRMaj variable) {
    for (int row = 0, i = 0; row < variable.numRows; row++) {
      for (int column = 0; column < variable.numCols; column++, i++) {
        double magnitude = Math.abs(variable.data[i]);
        variable.data[i] = (row + column) % 2 == 0 ? magnitude : -magnitude;
      }
    }
  }

  /** Returns this initializer as the Java that makes it. */
  @Override
  public String toString() {
    return "new SpreadSigns(" + of + ")";
  }
}
