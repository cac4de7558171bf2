package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.elementary.Gaussian;

/**
 * XOR with noise on its inputs: the corners of the unit square in turn, each moved by normal noise,
 * and y = 1 where exactly one coordinate of the corner is 1.
 *
 * @param samples how many points, at least 1
 * @param noise the standard deviation of the noise on each coordinate, at least 0
 */
record NoisyXor(int samples, double noise) implements Problem {

  NoisyXor {
    Require.atLeast("samples", samples, 1);
    Require.notNegative("noise", noise);
  }

  @Override
  public int features() {
    return 2;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public Dataset draw(UniformRandomProvider random) {
    Require.present("random", random);
    var normal = new Gaussian(random);
    var x = new SimpleMatrix(samples, 2);
    var y = new SimpleMatrix(samples, 1);
    for (int i = 0; i < samples; i++) {
      int first = i / 2 % 2;
      int second = i % 2;
      x.setRow(i, 0, first + noise * normal.sample(), second + noise * normal.sample());
      y.set(i, first ^ second);
    }
    return new Dataset(this + ", drawn", x, y);
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return "xor(" + samples + ", " + noise + ")";
  }
}
