package reluctant.nn;

import static reluctant.Text.format;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Uniform random numbers, minimum + (maximum - minimum) u with u uniform in [0, 1).
 *
 * @param minimum the smallest number, finite
 * @param maximum the upper end, finite and not below minimum
 */
public record RandomUniform(double minimum, double maximum) implements Initializer {

  public RandomUniform {
    Require.finite("minimum", minimum);
    Require.finite("maximum", maximum);
    Require.finite("maximum - minimum", maximum - minimum);
    if (maximum < minimum) {
      throw Require.refusal(
          format("maximum must not be below minimum, %s. Received: %s", minimum, maximum));
    }
  }

  /** Keras' default, from -0.05 to 0.05. */
  public RandomUniform() {
    this(-0.05, 0.05);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    for (int i = 0; i < variable.getNumElements(); i++) {
      variable.data[i] = minimum + (maximum - minimum) * random.nextDouble();
    }
  }

  /** Returns this initializer as the Java that makes it. */
  @Override
  public String toString() {
    return "new RandomUniform(" + minimum + ", " + maximum + ")";
  }
}
