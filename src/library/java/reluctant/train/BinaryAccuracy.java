package reluctant.train;

import java.io.Serializable;
import reluctant.Require;

/**
 * The share of outputs on the right side of a threshold, where targets are 0 or 1: 1 where y is 1
 * and p &gt; threshold, or y is 0 and p is not, else 0.
 *
 * @param threshold above it a prediction stands for 1, finite
 */
public record BinaryAccuracy(double threshold) implements Metric, Serializable {

  public BinaryAccuracy {
    Require.finite("threshold", threshold);
  }

  /** That of probabilities, with a threshold of 0.5. */
  public BinaryAccuracy() {
    this(0.5);
  }

  @Override
  public double value(double target, double prediction) {
    return target == (prediction > threshold ? 1 : 0) ? 1 : 0;
  }

  /** Returns this metric as the Java that makes it. */
  @Override
  public String toString() {
    return threshold == 0.5 ? "BINARY_ACCURACY" : "new BinaryAccuracy(" + threshold + ")";
  }
}
