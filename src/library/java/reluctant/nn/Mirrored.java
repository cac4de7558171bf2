package reluctant.nn;

import static reluctant.Text.format;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Draws as another initializer does, then makes the second half of a layer's units the negatives of
 * the first: unit n / 2 + j becomes -1 times unit j. Two ReLUs of a pair are relu(z) and relu(-z),
 * so that one of them sees whatever the other does not.
 *
 * @param of draws the first half
 */
public record Mirrored(Initializer of) implements Initializer {

  public Mirrored {
    Require.present("of", of);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    int units = variable.numCols;
    if (units % 2 != 0) {
      throw Require.refusal(
          format("units to be mirrored must be an even number. Received: %d", units));
    }
    of.fill(variable, random);
    for (int i = 0; i < variable.getNumElements(); i++) {
      if (i % units >= units / 2) {
        variable.data[i] = -variable.data[i - units / 2];
      }
    }
  }

  /** Returns this initializer as the Java that makes it. */
  @Override
  public String toString() {
    return "new Mirrored(" + of + ")";
  }
}
