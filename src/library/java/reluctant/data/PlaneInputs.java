package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/** Points of the plane, as a {@link Distribution} draws them. */
record PlaneInputs(int samples, Distribution distribution) implements Inputs {

  PlaneInputs {
    Require.atLeast("samples", samples, 1);
    Require.present("distribution", distribution);
  }

  @Override
  public int features() {
    return 2;
  }

  @Override
  public long samples(int features) {
    return samples;
  }

  @Override
  public SimpleMatrix draw(int features, UniformRandomProvider random) {
    var points = new SimpleMatrix(samples, 2);
    distribution.fill(points.getDDRM().data, random);
    return points;
  }

  @Override
  public String toString() {
    return "sample(" + samples + ", " + distribution + ")";
  }
}
