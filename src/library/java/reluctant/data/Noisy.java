package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.Text;
import reluctant.elementary.Gaussian;

/** A problem with normal noise on its inputs or targets, drawn after its samples. */
record Noisy(Problem source, Side side, double deviation) implements Derived {

  Noisy {
    Require.notNegative(side == Side.INPUTS ? "inputNoise" : "noise", deviation);
  }

  @Override
  public Problem of(Problem other) {
    return new Noisy(other, side, deviation);
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public Dataset changed(Dataset data, UniformRandomProvider random) {
    SimpleMatrix noisy = side.of(data);
    var normal = new Gaussian(random);
    for (int i = 0; i < noisy.getNumElements(); i++) {
      noisy.set(i, noisy.get(i) + deviation * normal.sample());
    }
    return side.changed(data, noisy, side.of(data.scaling()));
  }

  @Override
  public String toString() {
    String word = side == Side.INPUTS ? ".inputNoise(" : ".noise(";
    return source + word + Text.number(deviation) + ")";
  }
}
