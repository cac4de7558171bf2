package reluctant.bench;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.elementary.Gaussian;

/**
 * Standard normal points and, in each output, their distance from the origin, in any number of
 * dimensions.
 */
record Distances(int samples, int features, int outputs) implements Problem {

  @Override
  public Dataset draw(UniformRandomProvider random) {
    var normal = new Gaussian(random);
    var x = new SimpleMatrix(samples, features);
    var y = new SimpleMatrix(samples, outputs);
    for (int i = 0; i < samples; i++) {
      double square = 0;
      for (int j = 0; j < features; j++) {
        double value = normal.sample();
        x.set(i, j, value);
        square += value * value;
      }
      for (int j = 0; j < outputs; j++) {
        y.set(i, j, Math.sqrt(square));
      }
    }
    return new Dataset("distances", x, y);
  }
}
