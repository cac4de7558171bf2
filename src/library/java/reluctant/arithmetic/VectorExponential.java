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
    logistic(2, from, to, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, from, i);
      var part = fromArray(LANES, to, i);
      var size = x.abs();
      var near = size.mul(2).compare(LT, LOGISTIC_SEAM);
      var far = broadcast(LANES, 1).sub(part.mul(2));
      var sign = x.reinterpretAsLongs().and(SIGN);
      var value = far.blend(size.sub(part), near).reinterpretAsLongs().or(sign);
      value.reinterpretAsDoubles().intoArray(to, i);
    }
  }

  static void sigmoid(double[] from, double[] to, int count) {
    logistic(1, from, to, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, from, i);
      var part = fromArray(LANES, to, i);
      var v = x.abs();
      var near = v.compare(LT, LOGISTIC_SEAM);
      var half = v.mul(0.5).sub(part).mul(0.5);
      var above = broadcast(LANES, 1).sub(part).blend(half.add(0.5), near);
      var below = part.blend(broadcast(LANES, 0.5).sub(half), near);
      above.blend(below, x.compare(LT, 0)).intoArray(to, i);
    }
  }

  /** Of v = factor |x|: near 0 what v/2 has more than tanh(v/2), elsewhere 1 / (e^v + 1). */
  private static void logistic(double factor, double[] from, double[] to, int count) {
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
      var far = first.add(rest.add(one.mul(other)));
      var h = v.mul(0.5);
      var w = h.mul(h);
      var above = w.add(594).mul(w).add(45045).mul(w).add(675675).mul(w).mul(h);
      var below = w.add(630).mul(w).add(51975).mul(w).add(945945).mul(w).add(2027025);
      // One division for both.
      var near = v.compare(LT, LOGISTIC_SEAM);
      var quotient = broadcast(LANES, 1).blend(above, near).div(far.blend(below, near));
      quotient.mul(one).mul(other).blend(quotient, near).intoArray(to, i);
    }
  }
}
