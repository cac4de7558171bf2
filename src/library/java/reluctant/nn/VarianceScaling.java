package reluctant.nn;

import static reluctant.Text.format;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Random numbers with mean 0 and variance scale / n, where n counts inputs, units, or is their
 * mean: the family of Glorot, He and LeCun, as in Keras. Of a bias, n is the length in each mode.
 *
 * @param scale the variance times n, finite and above 0
 * @param mode what n is
 * @param distribution the shape
 */
public record VarianceScaling(double scale, Mode mode, Distribution distribution)
    implements ScaledByFans {

  /** What the variance is divided by. */
  public enum Mode {
    /** The inputs of the kernel, its rows. */
    FAN_IN,
    /** The units of the kernel, its columns. */
    FAN_OUT,
    /** The mean of inputs and units. */
    FAN_AVG
  }

  /** The shape of the distribution. */
  public enum Distribution {
    /** Uniform in [-l, l], l = sqrt(3 scale / n). */
    UNIFORM,
    /** Normal, with what lies beyond two standard deviations drawn again; then widened. */
    TRUNCATED_NORMAL,
    /** Normal. */
    UNTRUNCATED_NORMAL
  }

  /** The standard deviation of a standard normal that is cut off at -2 and 2. */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  public VarianceScaling {
    Require.positive("scale", scale);
    Require.present("mode", mode);
    Require.present("distribution", distribution);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    fill(variable, fan(variable.numRows, variable.numCols), random);
  }

  @Override
  public void fillVector(DMatrixRMaj variable, UniformRandomProvider random) {
    int length = variable.getNumElements();
    fill(variable, fan(length, length), random);
  }

  private void fill(DMatrixRMaj variable, double n, UniformRandomProvider random) {
    double deviation = Math.sqrt(scale / n);
    switch (distribution) {
      case UNIFORM -> fillUniform(variable, random, Math.sqrt(3 * scale / n));
      case TRUNCATED_NORMAL ->
          new TruncatedNormal(0, deviation / TRUNCATED_DEVIATION).fill(variable, random);
      case UNTRUNCATED_NORMAL -> new RandomNormal(0, deviation).fill(variable, random);
    }
  }

  private double fan(int in, int out) {
    return switch (mode) {
      case FAN_IN -> in;
      case FAN_OUT -> out;
      case FAN_AVG -> ((double) in + out) / 2;
    };
  }

  private static void fillUniform(
      DMatrixRMaj variable, UniformRandomProvider random, double limit) {
    for (int i = 0; i < variable.getNumElements(); i++) {
      variable.data[i] = limit * (2 * random.nextDouble() - 1);
    }
  }

  /** Returns this initializer as the Java that makes it: its name if it has one. */
  @Override
  public String toString() {
    String family =
        mode == Mode.FAN_AVG && scale == 1
            ? "GLOROT"
            : mode == Mode.FAN_IN && scale == 2
                ? "HE"
                : mode == Mode.FAN_IN && scale == 1 ? "LECUN" : "";
    if (!family.isEmpty() && distribution != Distribution.UNTRUNCATED_NORMAL) {
      return family + (distribution == Distribution.UNIFORM ? "_UNIFORM" : "_NORMAL");
    }
    return format(
        "new VarianceScaling(%s, VarianceScaling.Mode.%s, VarianceScaling.Distribution.%s)",
        scale, mode, distribution);
  }
}
