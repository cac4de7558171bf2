package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static reluctant.elementary.Coefficients.EXP_10;
import static reluctant.elementary.Coefficients.EXP_11;
import static reluctant.elementary.Coefficients.EXP_12;
import static reluctant.elementary.Coefficients.EXP_3;
import static reluctant.elementary.Coefficients.EXP_4;
import static reluctant.elementary.Coefficients.EXP_5;
import static reluctant.elementary.Coefficients.EXP_6;
import static reluctant.elementary.Coefficients.EXP_7;
import static reluctant.elementary.Coefficients.EXP_8;
import static reluctant.elementary.Coefficients.EXP_9;
import static reluctant.elementary.Coefficients.LN2_HIGH;
import static reluctant.elementary.Coefficients.LN2_LOW;
import static reluctant.elementary.Coefficients.LOG2_E;
import static reluctant.elementary.Coefficients.LOGISTIC_SEAM;
import static reluctant.elementary.Coefficients.SHIFT;
import static reluctant.elementary.Coefficients.SIGN;
import static reluctant.elementary.Coefficients.TINY;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential function and what is made of it alone, a vector at a time: the operations of
 * {@code reluctant.elementary}, where they are explained, in the same order, and so the same bits.
 * Where a number chooses between two formulas, a vector computes both.
 *
 * <p>All take the first {@code count} numbers, whole vectors of them, and may write over what they
 * read, but for tanh, sigmoid and softplus, which read it twice. Polynomials are written out where
 * they are needed: a vector that a method of ours returns can become an object, since the JVM stops
 * to inline where the operations of a loop are many.
 */
final class VectorExponential {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  private VectorExponential() {}

  static void exp(double[] from, double[] to, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var any = fromArray(LANES, from, i);
      var x = any.blend(710, any.compare(GT, 710)).blend(-746, any.compare(LT, -746));
      var shifted = x.mul(LOG2_E).add(SHIFT);
      var k = shifted.sub(SHIFT);
      var high = x.sub(k.mul(LN2_HIGH));
      var lost = k.mul(LN2_LOW);
      var first = high.add(1);
      var r = high.sub(lost);
      var z = r.mul(r);
      var even = z.mul(EXP_12).add(EXP_10).mul(z).add(EXP_8).mul(z).add(EXP_6).mul(z).add(EXP_4);
      var odd = z.mul(EXP_11).add(EXP_9).mul(z).add(EXP_7).mul(z).add(EXP_5).mul(z).add(EXP_3);
      var tail = r.mul(odd).add(z.mul(even)).add(0.5).mul(z).sub(lost);
      var rest = high.sub(first.sub(1)).add(tail);
      var power = shifted.reinterpretAsLongs();
      var half = power.lanewise(LSHR, 1);
      var one = half.add(1023).lanewise(LSHL, 52).reinterpretAsDoubles();
      var other = power.sub(half).add(1023).lanewise(LSHL, 52).reinterpretAsDoubles();
      first.add(rest).mul(one).mul(other).intoArray(to, i);
    }
  }

  static void expm1(double[] from, double[] to, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var any = fromArray(LANES, from, i);
      var x = any.blend(710, any.compare(GT, 710)).blend(-40, any.compare(LT, -40));
      var shifted = x.mul(LOG2_E).add(SHIFT);
      var k = shifted.sub(SHIFT);
      var high = x.sub(k.mul(LN2_HIGH));
      var lost = k.mul(LN2_LOW);
      var scale = shifted.reinterpretAsLongs().add(1022).lanewise(LSHL, 52).reinterpretAsDoubles();
      var whole = scale.sub(0.5);
      var lostWhole = scale.sub(whole).sub(0.5);
      var scaled = scale.mul(high);
      var sum = whole.add(scaled);
      var r = high.sub(lost);
      var z = r.mul(r);
      var even = z.mul(EXP_12).add(EXP_10).mul(z).add(EXP_8).mul(z).add(EXP_6).mul(z).add(EXP_4);
      var odd = z.mul(EXP_11).add(EXP_9).mul(z).add(EXP_7).mul(z).add(EXP_5).mul(z).add(EXP_3);
      var tail = r.mul(odd).add(z.mul(even)).add(0.5).mul(z).sub(lost);
      var rest = whole.sub(sum).add(scaled).add(scale.mul(tail).add(lostWhole));
      sum.add(rest).mul(2).blend(any, any.abs().compare(LT, TINY)).intoArray(to, i);
    }
  }

  static void tanh(double[] from, double[] to, int count) {
    far(2, from, to, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, from, i);
      var size = x.abs();
      var v = size.mul(2);
      var h = v.mul(0.5);
      var w = h.mul(h);
      var above = w.add(594).mul(w).add(45045).mul(w).add(675675).mul(w).mul(h);
      var below = w.add(630).mul(w).add(51975).mul(w).add(945945).mul(w).add(2027025);
      var part = above.div(below);
      var far = broadcast(LANES, 1).sub(fromArray(LANES, to, i).mul(2));
      var sign = x.reinterpretAsLongs().and(SIGN);
      var value = far.blend(size.sub(part), v.compare(LT, LOGISTIC_SEAM));
      value.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(to, i);
    }
  }

  static void sigmoid(double[] from, double[] to, int count) {
    far(1, from, to, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, from, i);
      var v = x.abs();
      var h = v.mul(0.5);
      var w = h.mul(h);
      var above = w.add(594).mul(w).add(45045).mul(w).add(675675).mul(w).mul(h);
      var below = w.add(630).mul(w).add(51975).mul(w).add(945945).mul(w).add(2027025);
      var half = h.sub(above.div(below)).mul(0.5);
      var near = v.compare(LT, LOGISTIC_SEAM);
      var part = fromArray(LANES, to, i);
      var upper = broadcast(LANES, 1).sub(part).blend(half.add(0.5), near);
      var lower = part.blend(broadcast(LANES, 0.5).sub(half), near);
      upper.blend(lower, x.compare(LT, 0)).intoArray(to, i);
    }
  }

  /**
   * 1 / (e^v + 1) of v = factor |x|. What takes its place near 0 is left to the pass that follows,
   * at the price of a second division: one loop of both makes objects of more of its vectors on JDK
   * 17, beside wide layers.
   */
  private static void far(double factor, double[] from, double[] to, int count) {
    var bias = LongVector.broadcast(LONGS, 1023);
    for (int i = 0; i < count; i += LANES.length()) {
      var v = fromArray(LANES, from, i).abs().mul(factor);
      var x = v.blend(746, v.compare(GT, 746));
      var shifted = x.mul(LOG2_E).add(SHIFT);
      var k = shifted.sub(SHIFT);
      var high = x.sub(k.mul(LN2_HIGH));
      var lost = k.mul(LN2_LOW);
      var first = high.add(1);
      var r = high.sub(lost);
      var z = r.mul(r);
      var even = z.mul(EXP_12).add(EXP_10).mul(z).add(EXP_8).mul(z).add(EXP_6).mul(z).add(EXP_4);
      var odd = z.mul(EXP_11).add(EXP_9).mul(z).add(EXP_7).mul(z).add(EXP_5).mul(z).add(EXP_3);
      var tail = r.mul(odd).add(z.mul(even)).add(0.5).mul(z).sub(lost);
      var rest = high.sub(first.sub(1)).add(tail);
      var power = shifted.reinterpretAsLongs();
      var half = power.lanewise(LSHR, 1);
      var one = bias.sub(half).lanewise(LSHL, 52).reinterpretAsDoubles();
      var other = half.sub(power).add(1023).lanewise(LSHL, 52).reinterpretAsDoubles();
      var sum = first.add(rest.add(one.mul(other)));
      broadcast(LANES, 1).div(sum).mul(one).mul(other).intoArray(to, i);
    }
  }
}
