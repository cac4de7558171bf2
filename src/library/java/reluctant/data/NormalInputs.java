package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/** Independent standard normal numbers. */
record NormalInputs(int samples) implements Inputs {

  NormalInputs {
    Require.atLeast("samples", samples, 1);
  }

  @Override
  public long samples(int features) {
    return samples;
  }

  @Override
  public SimpleMatrix draw(int features, UniformRandomProvider random) {
    var x = new SimpleMatrix(samples, features);
    Signal.WHITE.fill(x.getDDRM().data, random);
    return x;
  }

  @Override
  public String toString() {
    return "normal(" + samples + ")";
  }
}
