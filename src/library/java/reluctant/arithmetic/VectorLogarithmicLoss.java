package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import org.jspecify.annotations.Nullable;
import reluctant.train.Loss;

/** The losses that are made of a logarithm. */
abstract class VectorLogarithmicLoss extends VectorLoss {

  /** As {@code ElementwiseLoss} has them. */
  private static final double EPSILON = 1e-7;

  private static final double LOG_2 = 0.6931471805599453;

  /** For a second function of a piece. */
  final double[] other = new double[result.length];

  static @Nullable LossLanes find(Loss loss) {
    if (loss == Loss.LOG_COSH) {
      return new HyperbolicCosine();
    } else if (loss == Loss.MSLE) {
      return new SquaredLogarithmic();
    }
    if (loss == Loss.BINARY_CROSSENTROPY_FROM_LOGITS) {
      return new CrossEntropyFromLogits();
    }
    return loss == Loss.BINARY_CROSSENTROPY ? new CrossEntropy() : null;
  }

  private static final class HyperbolicCosine extends VectorLogarithmicLoss {

    @Override
    void values(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      for (int i = 0; i < count; i += WIDTH) {
        fromArray(LANES, result, i).abs().mul(-2).intoArray(other, i);
      }
      VectorExponential.exp(other, other, count);
      VectorLogarithm.log1p(other, other, count);
      for (int i = 0; i < count; i += WIDTH) {
        var size = fromArray(LANES, result, i).abs();
        size.add(fromArray(LANES, other, i)).sub(LOG_2).intoArray(result, i);
      }
    }

    @Override
    void slopes(double[] y, double[] p, int from, int count) {
      residuals(y, p, from, count);
      System.arraycopy(result, 0, other, 0, count);
      VectorExponential.tanh(other, result, count);
    }
  }

  private static final class SquaredLogarithmic extends VectorLogarithmicLoss {

    /** Leaves the difference of the logarithms in {@link #result}. */
    private void differences(double[] y, double[] p, int from, int count) {
      logarithms(p, from, result, count);
      logarithms(y, from, other, count);
      for (int i = 0; i < count; i += WIDTH) {
        fromArray(LANES, result, i).sub(fromArray(LANES, other, i)).intoArray(result, i);
      }
    }

    private static void logarithms(double[] numbers, int from, double[] to, int count) {
      for (int i = 0; i < count; i += WIDTH) {
        var v = fromArray(LANES, numbers, from + i);
        v.blend(EPSILON, v.compare(LT, EPSILON)).add(1).intoArray(to, i);
      }
      VectorLogarithm.log(to, to, count);
    }

    @Override
    void values(double[] y, double[] p, int from, int count) {
      differences(y, p, from, count);
      for (int i = 0; i < count; i += WIDTH) {
        var v = fromArray(LANES, result, i);
        v.mul(v).intoArray(result, i);
      }
    }

    @Override
    void slopes(double[] y, double[] p, int from, int count) {
      differences(y, p, from, count);
      for (int i = 0; i < count; i += WIDTH) {
        var prediction = fromArray(LANES, p, from + i);
        fromArray(LANES, result, i)
            .mul(2)
            .div(prediction.add(1))
            .blend(0, prediction.compare(LE, EPSILON))
            .intoArray(result, i);
      }
    }
  }

  private static final class CrossEntropy extends VectorLogarithmicLoss {

    private static final double MOST = 1 - EPSILON;

    @Override
    void values(double[] y, double[] p, int from, int count) {
      for (int i = 0; i < count; i += WIDTH) {
        var any = fromArray(LANES, p, from + i);
        var v = any.blend(EPSILON, any.compare(LT, EPSILON)).blend(MOST, any.compare(GT, MOST));
        v.intoArray(result, i);
        broadcast(LANES, 1).sub(v).intoArray(other, i);
      }
      VectorLogarithm.log(result, result, count);
      VectorLogarithm.log(other, other, count);
      for (int i = 0; i < count; i += WIDTH) {
        var target = fromArray(LANES, y, from + i);
        var yes = target.mul(fromArray(LANES, result, i));
        var no = broadcast(LANES, 1).sub(target).mul(fromArray(LANES, other, i));
        yes.add(no).neg().intoArray(result, i);
      }
    }

    @Override
    void slopes(double[] y, double[] p, int from, int count) {
      for (int i = 0; i < count; i += WIDTH) {
        var target = fromArray(LANES, y, from + i);
        var any = fromArray(LANES, p, from + i);
        var v = any.blend(EPSILON, any.compare(LT, EPSILON)).blend(MOST, any.compare(GT, MOST));
        var no = broadcast(LANES, 1).sub(target).div(broadcast(LANES, 1).sub(v));
        var slope = no.sub(target.div(v));
        broadcast(LANES, 0).blend(slope, v.compare(EQ, any)).intoArray(result, i);
      }
    }
  }

  private static final class CrossEntropyFromLogits extends VectorLogarithmicLoss {

    @Override
    void values(double[] y, double[] p, int from, int count) {
      negativeSizes(p, from, count);
      VectorExponential.exp(other, other, count);
      VectorLogarithm.log1p(other, other, count);
      for (int i = 0; i < count; i += WIDTH) {
        var logit = fromArray(LANES, p, from + i);
        var least = broadcast(LANES, 0).blend(logit, logit.compare(GT, 0));
        least
            .sub(fromArray(LANES, y, from + i).mul(logit))
            .add(fromArray(LANES, other, i))
            .intoArray(result, i);
      }
    }

    private void negativeSizes(double[] p, int from, int count) {
      for (int i = 0; i < count; i += WIDTH) {
        fromArray(LANES, p, from + i).abs().neg().intoArray(other, i);
      }
    }

    @Override
    void slopes(double[] y, double[] p, int from, int count) {
      negativeSizes(p, from, count);
      VectorExponential.sigmoid(other, result, count);
      for (int i = 0; i < count; i += WIDTH) {
        var target = fromArray(LANES, y, from + i);
        var smaller = fromArray(LANES, result, i);
        var above = broadcast(LANES, 1).sub(target).sub(smaller);
        smaller
            .sub(target)
            .blend(above, fromArray(LANES, p, from + i).compare(GT, 0))
            .intoArray(result, i);
      }
    }
  }
}
