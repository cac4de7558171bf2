package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * A single ReLU as the teacher: x ~ N(0, 1) and y = max(0, w x + b).
 *
 * <p>Source: Cross Validated 379884, which asks why a single ReLU can't learn it.
 *
 * @param samples how many, at least 1
 * @param kernel w, finite
 * @param bias b, finite
 */
record OneRelu(int samples, double kernel, double bias) implements Problem {

  OneRelu {
    Require.atLeast("samples", samples, 1);
    Require.finite("kernel", kernel);
    Require.finite("bias", bias);
  }

  @Override
  public int features() {
    return 1;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public Dataset draw(UniformRandomProvider random) {
    Require.present("random", random);
    var x = new SimpleMatrix(samples, 1);
    Signal.WHITE.fill(x.getDDRM().data, random);
    return new Dataset(this + ", drawn", x, targets(x));
  }

  SimpleMatrix targets(SimpleMatrix x) {
    var y = new SimpleMatrix(x.getNumRows(), 1);
    for (int i = 0; i < x.getNumRows(); i++) {
      y.set(i, Math.max(0, kernel * x.get(i) + bias));
    }
    return y;
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return "oneRelu(" + samples + ", " + kernel + ", " + bias + ")";
  }
}
