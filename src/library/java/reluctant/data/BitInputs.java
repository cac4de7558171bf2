package reluctant.data;

import static reluctant.Text.format;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/** Whole numbers from first to last, each as bits, the highest first. */
record BitInputs(int first, int last, int width) implements Inputs {

  private static final int WIDEST = 31;

  BitInputs {
    Require.atLeast("first", first, 0);
    Require.atLeast("last", last, first);
    Require.atLeast("width", width, 1);
    int needed = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(last));
    if (width < needed || width > WIDEST) {
      throw Require.refusal(
          format(
              "width must be from the %d bits that %d has to %d. Received: %d",
              needed, last, WIDEST, width));
    }
  }

  @Override
  public int features() {
    return width;
  }

  @Override
  public long samples(int features) {
    return (long) last - first + 1;
  }

  @Override
  public SimpleMatrix draw(int features, UniformRandomProvider random) {
    var bits = new SimpleMatrix(last - first + 1, width);
    for (int i = 0; i < bits.getNumRows(); i++) {
      for (int j = 0; j < width; j++) {
        bits.set(i, j, (first + i) >> (width - 1 - j) & 1);
      }
    }
    return bits;
  }

  @Override
  public List<String> others() {
    return Spelled.NAMES;
  }

  @Override
  public void describe(double[] values) {
    Spelled.describe(values);
  }

  @Override
  public String toString() {
    return "bits(" + first + ", " + last + ", " + width + ")";
  }
}
