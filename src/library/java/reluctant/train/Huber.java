package reluctant.train;

import java.io.Serializable;
import reluctant.Require;

/**
 * Huber's loss (1964): r^2 / 2 for |r| &lt;= delta, delta |r| - delta^2 / 2 elsewhere, with r = p -
 * y.
 *
 * @param delta where squares become magnitudes, finite and above 0
 */
public record Huber(double delta) implements Loss, Serializable {

  public Huber {
    Require.positive("delta", delta);
  }

  /** Huber's loss with Keras' default, delta = 1. */
  public Huber() {
    this(1);
  }

  @Override
  public double value(double target, double prediction) {
    double size = Math.abs(prediction - target);
    return size <= delta ? 0.5 * size * size : delta * size - 0.5 * delta * delta;
  }

  @Override
  public double slope(double target, double prediction) {
    return Math.min(Math.max(prediction - target, -delta), delta);
  }

  /** Returns this loss as the Java that makes it. */
  @Override
  public String toString() {
    return "new Huber(" + delta + ")";
  }
}
