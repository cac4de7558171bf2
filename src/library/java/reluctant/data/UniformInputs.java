package reluctant.data;

import static reluctant.Text.number;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/** Independent numbers, uniform on [from, to). */
record UniformInputs(double from, double to, int samples) implements Inputs {

  UniformInputs {
    GridInputs.checkRange(from, to);
    Require.atLeast("samples", samples, 1);
  }

  @Override
  public long samples(int features) {
    return samples;
  }

  @Override
  public SimpleMatrix draw(int features, UniformRandomProvider random) {
    var x = new SimpleMatrix(samples, features);
    for (int i = 0; i < x.getNumElements(); i++) {
      x.set(i, from + (to - from) * random.nextDouble());
    }
    return x;
  }

  @Override
  public String toString() {
    return "uniform(" + number(from) + ", " + number(to) + ", " + samples + ")";
  }
}
