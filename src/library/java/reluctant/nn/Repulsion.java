package reluctant.nn;

import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Units repel each other: R = strength * sum over pairs of units of ((1 + cos a) / 2)^2, where a is
 * the angle between their columns of the kernel.
 *
 * <p>A pair costs the strength where both point the same way, and nothing where they are opposite.
 * Three units of two inputs come to rest 120 degrees apart. Lengths do not matter; a column of
 * zeros has no direction and is left alone. With one input, units can't turn and there is no
 * gradient.
 *
 * @param strength what two units of the same direction cost, finite and at least 0
 */
public record Repulsion(double strength) implements Regularizer {

  public Repulsion {
    Require.notNegative("strength", strength);
  }

  @Override
  public double penalty(DMatrixRMaj kernel) {
    double sum = 0;
    for (int a = 0; a < kernel.numCols; a++) {
      for (int b = 0; b < a; b++) {
        double lengths = length(kernel, a) * length(kernel, b);
        if (lengths > 0) {
          double half = (1 + dot(kernel, a, b) / lengths) / 2;
          sum += half * half;
        }
      }
    }
    return strength * sum;
  }

  @Override
  public void addGradient(DMatrixRMaj kernel, DMatrixRMaj gradient) {
    for (int a = 0; a < kernel.numCols; a++) {
      for (int b = 0; b < kernel.numCols; b++) {
        if (a != b) {
          addGradientOfPair(kernel, gradient, a, b);
        }
      }
    }
  }

  /** Adds d/da of the pair's cost: (1 + c) / 2 dc/da with dc/da = b / (|a| |b|) - c a / |a|^2. */
  private void addGradientOfPair(DMatrixRMaj kernel, DMatrixRMaj gradient, int a, int b) {
    double lengthA = length(kernel, a);
    double lengthB = length(kernel, b);
    if (lengthA * lengthB > 0) {
      double cosine = dot(kernel, a, b) / (lengthA * lengthB);
      double slope = strength * (1 + cosine) / 2;
      for (int row = 0; row < kernel.numRows; row++) {
        double turn =
            kernel.get(row, b) / (lengthA * lengthB)
                - cosine * kernel.get(row, a) / (lengthA * lengthA);
        gradient.add(row, a, slope * turn);
      }
    }
  }

  private static double length(DMatrixRMaj kernel, int unit) {
    return Math.sqrt(dot(kernel, unit, unit));
  }

  private static double dot(DMatrixRMaj kernel, int a, int b) {
    double sum = 0;
    for (int row = 0; row < kernel.numRows; row++) {
      sum += kernel.get(row, a) * kernel.get(row, b);
    }
    return sum;
  }

  /** Returns this regularizer as the Java that makes it. */
  @Override
  public String toString() {
    return "new Repulsion(" + strength + ")";
  }
}
