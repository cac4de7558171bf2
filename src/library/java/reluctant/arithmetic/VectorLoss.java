package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.train.Huber;
import reluctant.train.Loss;

/**
 * The losses in vectors, in the operations of {@link Loss}. Those of logarithms are in {@link
 * VectorLogarithmicLoss}, that of classes is {@link VectorCategoricalLoss}; any other, such as a
 * reader's own, is computed number by number.
 *
 * <p>A loss works on a piece at a time, in memory of its own: first what its function is applied
 * to, then the function, then what the loss makes of it.
 */
abstract class VectorLoss implements LossLanes {

  static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  static final int WIDTH = LANES.length();
  private static final int PIECE = 64 * WIDTH;

  /** Where a piece's losses and slopes are left. */
  final double[] result = new double[PIECE];

  /** Returns the loss in vectors where there is one, and else number by number. */
  static LossLanes of(Loss loss, int outputs) {
    // As for activations, vectors of two numbers leave too few registers.
    LossLanes found = WIDTH < 4 ? null : find(loss, outputs);
    return found == null ? new ScalarLoss(loss, outputs, WIDTH) : found;
  }

  private static @Nullable LossLanes find(Loss loss, int outputs) {
    if (loss == Loss.MSE) {
      return new Squared();
    } else if (loss == Loss.MAE) {
      return new Absolute();
    } else if (loss == Loss.MAPE) {
      return new Percentage();
    } else if (loss == Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS) {
      return new VectorCategoricalLoss(outputs);
    }
    return loss instanceof Huber huber
        ? new Bounded(huber.delta())
        : VectorLogarithmicLoss.find(loss);
  }

  /** Leaves the losses of a piece in {@link #result}. */
  abstract void values(double[] y, double[] p, int from, int count);

  /** Leaves their slopes there. */
  abstract void slopes(double[] y, double[] p, int from, int count);

  @Override
  public final void add(double[] y, double[] p, int count, double[] sums, int lane) {
    for (int from = 0; from < count; from += PIECE) {
      int some = Math.min(PIECE, count - from);
      values(y, p, from, some);
      var sum = fromArray(LANES, sums, lane);
      for (int i = 0; i < some; i += WIDTH) {
        sum = sum.add(fromArray(LANES, result, i));
      }
      sum.intoArray(sums, lane);
    }
  }

  @Override
  public final void slopes(double[] y, double[] p, int count, double[] delta) {
    for (int from = 0; from < count; from += PIECE) {
      int some = Math.min(PIECE, count - from);
      slopes(y, p, from, some);
      System.arraycopy(result, 0, delta, from, some);
    }
  }

  /** Leaves p - y in {@link #result}. */
  final void residuals(double[] y, double[] p, int from, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      fromArray(LANES, p, from + i).sub(fromArray(LANES, y, from + i)).intoArray(result, i);
    }
  }

  /** Makes each number of {@link #result} its sign. */
  final void signs(int count) {
    for (int i = 0; i < count; i += WIDTH) {
      var v = fromArray(LANES, result, i);
      v.blend(1, v.compare(GT, 0)).blend(-1, v.compare(LT, 0)).intoArray(result, i);
    }
  }

  private static final class Squared extends VectorLoss {

    @Override
    void values(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      for (int i = 0; i < count; i += WIDTH) {
        var v = fromArray(LANES, result, i);
        v.mul(v).intoArray(result, i);
      }
    }

    @Override
    void slopes(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      for (int i = 0; i < count; i += WIDTH) {
        fromArray(LANES, result, i).mul(2).intoArray(result, i);
      }
    }
  }

  private static final class Absolute extends VectorLoss {

    @Override
    void values(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      for (int i = 0; i < count; i += WIDTH) {
        fromArray(LANES, result, i).abs().intoArray(result, i);
      }
    }

    @Override
    void slopes(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      signs(count);
    }
  }

  private static final class Percentage extends VectorLoss {

    private static final double EPSILON = 1e-7;

    @Override
    void values(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      for (int i = 0; i < count; i += WIDTH) {
        var size = fromArray(LANES, y, from + i).abs();
        var scale = size.blend(EPSILON, size.compare(LT, EPSILON));
        fromArray(LANES, result, i).div(scale).abs().mul(100).intoArray(result, i);
      }
    }

    @Override
    void slopes(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      signs(count);
      for (int i = 0; i < count; i += WIDTH) {
        var size = fromArray(LANES, y, from + i).abs();
        var scale = size.blend(EPSILON, size.compare(LT, EPSILON));
        fromArray(LANES, result, i).mul(100).div(scale).intoArray(result, i);
      }
    }
  }

  private static final class Bounded extends VectorLoss {

    private final double bound;

    Bounded(double bound) {
      this.bound = bound;
    }

    @Override
    void values(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      var half = broadcast(LANES, 0.5 * bound * bound);
      for (int i = 0; i < count; i += WIDTH) {
        var size = fromArray(LANES, result, i).abs();
        var square = size.mul(0.5).mul(size);
        var far = size.mul(bound).sub(half);
        far.blend(square, size.compare(LE, bound)).intoArray(result, i);
      }
    }

    @Override
    void slopes(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      for (int i = 0; i < count; i += WIDTH) {
        var v = fromArray(LANES, result, i);
        v.blend(-bound, v.compare(LT, -bound))
            .blend(bound, v.compare(GT, bound))
            .intoArray(result, i);
      }
    }
  }
}
