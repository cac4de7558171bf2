package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static reluctant.elementary.Coefficients.LN2_HIGH;
import static reluctant.elementary.Coefficients.LN2_LOW;
import static reluctant.elementary.Coefficients.LOG_11;
import static reluctant.elementary.Coefficients.LOG_13;
import static reluctant.elementary.Coefficients.LOG_15;
import static reluctant.elementary.Coefficients.LOG_3;
import static reluctant.elementary.Coefficients.LOG_5;
import static reluctant.elementary.Coefficients.LOG_7;
import static reluctant.elementary.Coefficients.LOG_9;
import static reluctant.elementary.Coefficients.ONE_BITS;
import static reluctant.elementary.Coefficients.ROOT_BITS;
import static reluctant.elementary.Coefficients.SOFTPLUS_LINEAR;
import static reluctant.elementary.Coefficients.TINY;
import static reluctant.elementary.Coefficients.WHOLE;
import static reluctant.elementary.Coefficients.WHOLE_BITS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The logarithm, a vector at a time, under the rules of {@link VectorExponential}. Its loops are
 * small enough for methods of their own, which the JVM inlines.
 */
final class VectorLogarithm {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private VectorLogarithm() {}

  static void log(double[] from, double[] to, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, from, i);
      var subnormal = x.compare(LT, Double.MIN_NORMAL);
      var bits = x.blend(x.mul(0x1p54), subnormal).reinterpretAsLongs();
      var exponent = exponent(bits);
      var k = whole(exponent);
      var ln =
          sum(k.blend(k.sub(54), subnormal), mantissa(bits, exponent).sub(1), broadcast(LANES, 0));
      broadcast(LANES, Double.NaN)
          .blend(ln, x.compare(GT, 0))
          .blend(x, x.compare(EQ, INFINITY))
          .blend(-INFINITY, x.compare(EQ, 0))
          .intoArray(to, i);
    }
  }

  static void log1p(double[] from, double[] to, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, from, i);
      var u = x.add(1);
      var part = u.sub(1);
      var c = broadcast(LANES, 1).sub(u.sub(part)).add(x.sub(part));
      var bits = u.reinterpretAsLongs();
      var exponent = exponent(bits);
      var f = mantissa(bits, exponent).sub(1);
      var inverse = LongVector.broadcast(LONGS, 2046).sub(exponent).lanewise(LSHL, 52);
      var scaled = c.mul(inverse.reinterpretAsDoubles());
      scaled = broadcast(LANES, 0).blend(scaled, x.compare(LT, 0x1p60));
      var exact = f.add(scaled);
      var lost = f.sub(exact).add(scaled);
      var ln = sum(whole(exponent), exact, lost.mul(broadcast(LANES, 1).sub(exact)));
      broadcast(LANES, Double.NaN)
          .blend(ln, x.compare(GT, -1))
          .blend(x, x.compare(EQ, INFINITY))
          .blend(-INFINITY, x.compare(EQ, -1))
          .blend(x, x.abs().compare(LT, TINY))
          .intoArray(to, i);
    }
  }

  /** To another array than from. */
  static void softplus(double[] from, double[] to, int count) {
    VectorExponential.exp(from, to, count);
    log1p(to, to, count);
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, from, i);
      fromArray(LANES, to, i).blend(x, x.compare(GT, SOFTPLUS_LINEAR)).intoArray(to, i);
    }
  }

  private static LongVector exponent(LongVector bits) {
    return bits.add(ONE_BITS - ROOT_BITS).lanewise(LSHR, 52);
  }

  private static DoubleVector mantissa(LongVector bits, LongVector exponent) {
    return bits.sub(exponent.lanewise(LSHL, 52)).add(ONE_BITS).reinterpretAsDoubles();
  }

  private static DoubleVector whole(LongVector exponent) {
    return exponent.or(WHOLE_BITS).reinterpretAsDoubles().sub(WHOLE + 1023);
  }

  private static DoubleVector sum(DoubleVector k, DoubleVector f, DoubleVector c) {
    var s = f.div(f.add(2));
    var z = s.mul(s);
    var w = z.mul(z);
    var odd = w.mul(LOG_15).add(LOG_11).mul(w).add(LOG_7).mul(w).add(LOG_3).mul(z);
    var even = w.mul(LOG_13).add(LOG_9).mul(w).add(LOG_5).mul(w);
    var half = f.mul(0.5).mul(f);
    var high = k.mul(LN2_HIGH);
    var sum = high.add(f);
    var last = s.mul(half.add(odd.add(even))).add(k.mul(LN2_LOW).add(c)).sub(half);
    return sum.add(high.sub(sum).add(f).add(last));
  }
}
