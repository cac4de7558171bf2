package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import reluctant.nn.Activation;
import reluctant.nn.Relu;

/** The activations with bounds or a threshold, in the operations of {@code reluctant.nn}. */
final class VectorBounded {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final double SIXTH = 1.0 / 6;

  private VectorBounded() {}

  /** Computes h = f(z), or returns false if f is none of these. */
  static boolean apply(Activation f, double[] z, double[] h, int count) {
    if (f == Activation.RELU6) {
      six(0, 1, z, h, count);
    } else if (f == Activation.HARD_SIGMOID) {
      six(3, 6, z, h, count);
    } else if (f == Activation.SOFTSIGN) {
      for (int i = 0; i < count; i += LANES.length()) {
        var v = fromArray(LANES, z, i);
        v.div(v.abs().add(1)).intoArray(h, i);
      }
    } else if (f instanceof Relu relu) {
      threshold(relu, z, h, count);
    } else {
      return false;
    }
    return true;
  }

  /** Computes min(max(0, z + shift), 6) / divisor. */
  private static void six(double shift, double divisor, double[] z, double[] h, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var v = fromArray(LANES, z, i).add(shift);
      v.blend(6, v.compare(GT, 6)).blend(0, v.compare(LE, 0)).div(divisor).intoArray(h, i);
    }
  }

  private static void threshold(Relu f, double[] z, double[] h, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var v = fromArray(LANES, z, i);
      var below = v.sub(f.threshold()).mul(f.negativeSlope());
      v.min(f.maxValue()).blend(below, v.compare(LE, f.threshold())).intoArray(h, i);
    }
  }

  /** Computes delta = delta f'(z), or returns false if f is none of these. */
  static boolean multiplySlope(Activation f, double[] z, double[] delta, int count) {
    if (f == Activation.RELU6) {
      multiplyInside(0, 1, z, delta, count);
    } else if (f == Activation.HARD_SIGMOID) {
      multiplyInside(3, SIXTH, z, delta, count);
    } else if (f == Activation.SOFTSIGN) {
      for (int i = 0; i < count; i += LANES.length()) {
        var d = fromArray(LANES, z, i).abs().add(1);
        var slope = broadcast(LANES, 1).div(d.mul(d));
        fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
      }
    } else if (f instanceof Relu relu) {
      multiplyThreshold(relu, z, delta, count);
    } else {
      return false;
    }
    return true;
  }

  /** The slope is that number between the bounds, and 0 on them and outside. */
  private static void multiplyInside(
      double shift, double number, double[] z, double[] delta, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var v = fromArray(LANES, z, i).add(shift);
      var inside = v.compare(GT, 0).and(v.compare(LT, 6));
      var slope = DoubleVector.zero(LANES).blend(number, inside);
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }

  private static void multiplyThreshold(Relu f, double[] z, double[] delta, int count) {
    double at = f.slope(f.threshold(), 0);
    double most = f.slope(Math.max(f.maxValue(), Math.nextUp(f.threshold())), 0);
    for (int i = 0; i < count; i += LANES.length()) {
      var v = fromArray(LANES, z, i);
      var above =
          DoubleVector.zero(LANES)
              .blend(1, v.compare(LT, f.maxValue()))
              .blend(most, v.compare(EQ, f.maxValue()));
      var slope =
          broadcast(LANES, at)
              .blend(f.negativeSlope(), v.compare(LT, f.threshold()))
              .blend(above, v.compare(GT, f.threshold()));
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }
}
