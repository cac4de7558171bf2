package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import reluctant.nn.Activation;
import reluctant.nn.ActivationLoops;
import reluctant.nn.LeakyRelu;
import reluctant.nn.NecroRelu;

/**
 * The activations in vectors: here those with a kink at 0, without a branch that no processor can
 * predict, in {@link VectorBounded} those with bounds, and in {@link VectorSmooth} those of
 * elementary functions; {@link VectorSoftmax} takes a layer's units together. All others, such as a
 * reader's own, are computed number by number.
 */
final class VectorActivation {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  /**
   * Vectors of two numbers leave too few registers for the polynomials: C2 boxes, 10 times slower.
   */
  private static final boolean SMOOTH = LANES.length() >= 4;

  private VectorActivation() {}

  /** Computes h = f(z) for the first {@code count} numbers, whole vectors of them. */
  static void apply(Activation f, double[] z, double[] h, int count) {
    if (f instanceof LeakyRelu leaky) {
      for (int i = 0; i < count; i += LANES.length()) {
        var v = fromArray(LANES, z, i);
        v.mul(leaky.negativeSlope()).blend(v, v.compare(VectorOperators.GT, 0)).intoArray(h, i);
      }
    } else if (f instanceof NecroRelu) {
      for (int i = 0; i < count; i += LANES.length()) {
        var v = fromArray(LANES, z, i);
        v.blend(0, v.compare(VectorOperators.LE, 0)).intoArray(h, i);
      }
    } else if (f == Activation.ABS) {
      for (int i = 0; i < count; i += LANES.length()) {
        fromArray(LANES, z, i).abs().intoArray(h, i);
      }
    } else if (!VectorBounded.apply(f, z, h, count)
        && !(SMOOTH && VectorSmooth.apply(f, z, h, count))) {
      ActivationLoops.forward(f, z, h, count);
    }
  }

  /**
   * Computes delta = delta f'(z) for the first {@code count} numbers, whole vectors of them. Uses
   * up z and h.
   */
  static void multiplySlope(Activation f, double[] z, double[] h, double[] delta, int count) {
    if (f instanceof LeakyRelu leaky) {
      multiplyKink(leaky.negativeSlope(), z, delta, count);
    } else if (f instanceof NecroRelu necro) {
      multiplyKink(necro.negativeSlope(), z, delta, count);
    } else if (f == Activation.ABS) {
      for (int i = 0; i < count; i += LANES.length()) {
        var v = fromArray(LANES, z, i);
        var sign = DoubleVector.broadcast(LANES, -1).blend(1, v.compare(VectorOperators.GT, 0));
        var slope = v.blend(sign, v.abs().compare(VectorOperators.GT, 0));
        fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
      }
    } else if (!VectorBounded.multiplySlope(f, z, delta, count)
        && !(SMOOTH && VectorSmooth.multiplySlope(f, z, h, delta, count))) {
      ActivationLoops.backward(f, z, h, delta, count);
    }
  }

  private static void multiplyKink(double slopeBelow, double[] z, double[] delta, int count) {
    var below = DoubleVector.broadcast(LANES, slopeBelow);
    for (int i = 0; i < count; i += LANES.length()) {
      var slope = below.blend(1, fromArray(LANES, z, i).compare(VectorOperators.GT, 0));
      fromArray(LANES, delta, i).mul(slope).intoArray(delta, i);
    }
  }
}
