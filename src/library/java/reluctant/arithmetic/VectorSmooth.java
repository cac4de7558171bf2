package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import reluctant.nn.Activation;
import reluctant.nn.Elu;

/**
 * The activations that are made of elementary functions. Each is a few passes over the numbers: a
 * function of {@link VectorExponential}, then what the activation makes of it, in the operations of
 * {@code reluctant.nn}.
 */
final class VectorSmooth {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private static final double SELU_SCALE = Activation.SELU.value(1);
  private static final double SELU_LIMIT = -Activation.SELU.value(Double.NEGATIVE_INFINITY);

  /** As {@code ElementwiseActivation} has them. */
  private static final double ROOT_OF_HALF = 0.70710677f;

  private static final double ROOT_OF_PI = 1.772453850905516;
  private static final double MISH_LINEAR = 40;

  private VectorSmooth() {}

  /** Computes h = f(z), or returns false if f is none of these. */
  static boolean apply(Activation f, double[] z, double[] h, int count) {
    if (f == Activation.TANH) {
      VectorExponential.tanh(z, h, count);
    } else if (f == Activation.SIGMOID) {
      VectorExponential.sigmoid(z, h, count);
    } else if (f == Activation.EXPONENTIAL) {
      VectorExponential.exp(z, h, count);
    } else if (f == Activation.SOFTPLUS) {
      VectorLogarithm.softplus(z, h, count);
    } else if (f == Activation.SELU) {
      linearUnit(SELU_SCALE, SELU_LIMIT, z, h, count);
    } else if (f instanceof Elu elu) {
      linearUnit(1, elu.alpha(), z, h, count);
    } else if (f == Activation.SILU) {
      VectorExponential.sigmoid(z, h, count);
      multiply(z, h, count);
    } else if (f == Activation.MISH) {
      mish(z, h, count);
    } else if (f == Activation.GELU) {
      normalBelow(z, h, count);
      multiply(z, h, count);
    } else {
      return false;
    }
    return true;
  }

  private static void linearUnit(double scale, double limit, double[] z, double[] h, int count) {
    VectorExponential.expm1(z, h, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var v = fromArray(LANES, z, i);
      var below = fromArray(LANES, h, i).mul(limit);
      below.blend(v.mul(scale), v.compare(GT, 0)).intoArray(h, i);
    }
  }

  private static void multiply(double[] factor, double[] to, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      fromArray(LANES, to, i).mul(fromArray(LANES, factor, i)).intoArray(to, i);
    }
  }

  private static void mish(double[] z, double[] h, int count) {
    exponentialOfMish(z, h, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var e = fromArray(LANES, h, i);
      var n = e.mul(e.add(2));
      fromArray(LANES, z, i).mul(n.div(n.add(2))).intoArray(h, i);
    }
  }

  private static void exponentialOfMish(double[] z, double[] e, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var v = fromArray(LANES, z, i);
      v.blend(MISH_LINEAR, v.compare(GT, MISH_LINEAR)).intoArray(e, i);
    }
    VectorExponential.exp(e, e, count);
  }

  private static void normalBelow(double[] z, double[] to, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      fromArray(LANES, z, i).mul(ROOT_OF_HALF).intoArray(to, i);
    }
    VectorErrorFunction.erf(to, to, count);
    for (int i = 0; i < count; i += LANES.length()) {
      fromArray(LANES, to, i).add(1).mul(0.5).intoArray(to, i);
    }
  }

  /**
   * Computes delta = delta f'(z), or returns false if f is none of these. Uses up z and h: nothing
   * reads them before the next forward pass.
   */
  static boolean multiplySlope(Activation f, double[] z, double[] h, double[] delta, int count) {
    if (f == Activation.TANH) {
      tanhSlope(h, delta, count);
    } else if (f == Activation.SIGMOID) {
      sigmoidSlope(h, delta, count);
    } else if (f == Activation.EXPONENTIAL) {
      multiply(h, delta, count);
    } else if (f == Activation.SOFTPLUS) {
      VectorExponential.sigmoid(z, h, count);
      multiply(h, delta, count);
    } else if (f == Activation.SELU) {
      seluSlope(h, delta, count);
    } else if (f instanceof Elu elu) {
      eluSlope(elu.alpha(), z, h, delta, count);
    } else if (f == Activation.SILU) {
      siluSlope(z, h, delta, count);
    } else if (f == Activation.MISH) {
      mishSlope(z, h, delta, count);
    } else if (f == Activation.GELU) {
      geluSlope(z, h, delta, count);
    } else {
      return false;
    }
    return true;
  }

  private static void tanhSlope(double[] h, double[] delta, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var t = fromArray(LANES, h, i);
      var slope = broadcast(LANES, 1).sub(t.mul(t));
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }

  private static void sigmoidSlope(double[] h, double[] delta, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var s = fromArray(LANES, h, i);
      var slope = s.mul(broadcast(LANES, 1).sub(s));
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }

  private static void seluSlope(double[] h, double[] delta, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var v = fromArray(LANES, h, i);
      var slope = broadcast(LANES, SELU_SCALE).blend(v.add(SELU_LIMIT), v.compare(LT, 0));
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }

  private static void eluSlope(double alpha, double[] z, double[] h, double[] delta, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var slope = fromArray(LANES, h, i).add(alpha).blend(1, fromArray(LANES, z, i).compare(GT, 0));
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }

  private static void siluSlope(double[] z, double[] h, double[] delta, int count) {
    VectorExponential.sigmoid(z, h, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var s = fromArray(LANES, h, i);
      var rest = fromArray(LANES, z, i).mul(broadcast(LANES, 1).sub(s));
      fromArray(LANES, delta, i).mul(s.mul(rest.add(1))).intoArray(delta, i);
    }
  }

  private static void mishSlope(double[] z, double[] h, double[] delta, int count) {
    exponentialOfMish(z, h, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var any = fromArray(LANES, z, i);
      var x = any.blend(MISH_LINEAR, any.compare(GT, MISH_LINEAR));
      var e = fromArray(LANES, h, i);
      var n = e.mul(e.add(2));
      var d = n.add(2);
      var slope = x.mul(4).mul(e).mul(e.add(1)).div(d).add(n).div(d);
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }

  private static void geluSlope(double[] z, double[] h, double[] delta, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var scaled = fromArray(LANES, z, i).mul(ROOT_OF_HALF);
      scaled.neg().mul(scaled).intoArray(h, i);
    }
    VectorExponential.exp(h, h, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var density = fromArray(LANES, h, i).mul(ROOT_OF_HALF).div(ROOT_OF_PI);
      fromArray(LANES, z, i).mul(density).intoArray(h, i);
    }
    normalBelow(z, z, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var slope = fromArray(LANES, z, i).add(fromArray(LANES, h, i));
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }
}
