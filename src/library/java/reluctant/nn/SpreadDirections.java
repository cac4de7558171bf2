package reluctant.nn;

import static reluctant.Text.format;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.elementary.Elementary;

/**
 * Draws as another initializer does, then turns the units of a layer with two inputs to equal
 * angles: unit j, a column of the kernel, keeps its length and points 2 pi j / units past the
 * direction that was drawn for unit 0.
 *
 * @param of draws the lengths, and the direction of unit 0
 */
public record SpreadDirections(Initializer of) implements Initializer {

  public SpreadDirections {
    Require.present("of", of);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    if (variable.numRows != 2) {
      throw Require.refusal(
          format(
              "directions can be spread over 2 inputs only; for 1 input use SpreadSigns. Received: %d",
              variable.numRows));
    }
    of.fill(variable, random);
    int units = variable.numCols;
    double[] k = variable.data;
    double first = Elementary.atan2(k[units], k[0]);
    for (int unit = 0; unit < units; unit++) {
      double length = Elementary.hypot(k[unit], k[units + unit]);
      double angle = first + 2 * Math.PI * unit / units;
      k[unit] = length * Elementary.cos(angle);
      k[units + unit] = length * Elementary.sin(angle);
    }
  }

  /** Returns this initializer as the Java that makes it. */
  @Override
  public String toString() {
    return "new SpreadDirections(" + of + ")";
  }
}
