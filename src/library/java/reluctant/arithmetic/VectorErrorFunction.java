package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static reluctant.elementary.Coefficients.ERFC_0;
import static reluctant.elementary.Coefficients.ERFC_1;
import static reluctant.elementary.Coefficients.ERFC_10;
import static reluctant.elementary.Coefficients.ERFC_11;
import static reluctant.elementary.Coefficients.ERFC_12;
import static reluctant.elementary.Coefficients.ERFC_13;
import static reluctant.elementary.Coefficients.ERFC_2;
import static reluctant.elementary.Coefficients.ERFC_3;
import static reluctant.elementary.Coefficients.ERFC_4;
import static reluctant.elementary.Coefficients.ERFC_5;
import static reluctant.elementary.Coefficients.ERFC_6;
import static reluctant.elementary.Coefficients.ERFC_7;
import static reluctant.elementary.Coefficients.ERFC_8;
import static reluctant.elementary.Coefficients.ERFC_9;
import static reluctant.elementary.Coefficients.ERF_1;
import static reluctant.elementary.Coefficients.ERF_11;
import static reluctant.elementary.Coefficients.ERF_13;
import static reluctant.elementary.Coefficients.ERF_15;
import static reluctant.elementary.Coefficients.ERF_17;
import static reluctant.elementary.Coefficients.ERF_19;
import static reluctant.elementary.Coefficients.ERF_21;
import static reluctant.elementary.Coefficients.ERF_3;
import static reluctant.elementary.Coefficients.ERF_5;
import static reluctant.elementary.Coefficients.ERF_7;
import static reluctant.elementary.Coefficients.ERF_9;
import static reluctant.elementary.Coefficients.ERF_SEAM;
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
import static reluctant.elementary.Coefficients.HEAD;
import static reluctant.elementary.Coefficients.LN2_HIGH;
import static reluctant.elementary.Coefficients.LN2_LOW;
import static reluctant.elementary.Coefficients.LOG2_E;
import static reluctant.elementary.Coefficients.SHIFT;
import static reluctant.elementary.Coefficients.SIGN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The error function, a vector at a time, under the rules of {@link VectorExponential}. */
final class VectorErrorFunction {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private VectorErrorFunction() {}

  /**
   * In two passes: a loop of more operations makes objects of its vectors where those are short.
   */
  static void erf(double[] from, double[] to, int count) {
    near(from, to, count);
    far(to, count);
  }

  /** Leaves numbers from the seam on as they are. The other results are below it. */
  private static void near(double[] from, double[] to, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, from, i);
      var z = x.mul(x);
      var w = z.mul(z);
      var odd = w.mul(ERF_19).add(ERF_15).mul(w).add(ERF_11).mul(w).add(ERF_7).mul(w).add(ERF_3);
      var even = w.mul(ERF_21).add(ERF_17).mul(w).add(ERF_13).mul(w).add(ERF_9).mul(w).add(ERF_5);
      var value = x.add(x.mul(odd.mul(z).add(even.mul(w)).add(ERF_1)));
      x.blend(value, x.abs().compare(LT, ERF_SEAM)).intoArray(to, i);
    }
  }

  private static void far(double[] values, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      var x = fromArray(LANES, values, i);
      var size = x.abs();
      var a = size.blend(6, size.compare(GT, 6));
      var square = a.mul(a).neg();
      var shifted = square.mul(LOG2_E).add(SHIFT);
      var k = shifted.sub(SHIFT);
      var high = square.sub(k.mul(LN2_HIGH));
      var lost = k.mul(LN2_LOW);
      var first = high.add(1);
      var r = high.sub(lost);
      var z = r.mul(r);
      var even = z.mul(EXP_12).add(EXP_10).mul(z).add(EXP_8).mul(z).add(EXP_6).mul(z).add(EXP_4);
      var odd = z.mul(EXP_11).add(EXP_9).mul(z).add(EXP_7).mul(z).add(EXP_5).mul(z).add(EXP_3);
      var tail = r.mul(odd).add(z.mul(even)).add(0.5).mul(z).sub(lost);
      var rest = high.sub(first.sub(1)).add(tail);
      var headE = first.reinterpretAsLongs().and(HEAD).reinterpretAsDoubles();
      var restE = first.sub(headE).add(rest);
      var t = a.sub(1).div(a.add(3));
      var w = t.mul(t);
      odd = w.mul(ERFC_13).add(ERFC_11).mul(w).add(ERFC_9).mul(w).add(ERFC_7);
      odd = odd.mul(w).add(ERFC_5).mul(w).add(ERFC_3).mul(w).add(ERFC_1);
      even = w.mul(ERFC_12).add(ERFC_10).mul(w).add(ERFC_8).mul(w).add(ERFC_6);
      even = even.mul(w).add(ERFC_4).mul(w).add(ERFC_2);
      var more = t.mul(even).add(odd).mul(t);
      var g = more.add(ERFC_0);
      var headG = g.reinterpretAsLongs().and(HEAD).reinterpretAsDoubles();
      var restG = broadcast(LANES, ERFC_0).sub(headG).add(more);
      var power = shifted.reinterpretAsLongs().add(1023).lanewise(LSHL, 52);
      var scale = power.reinterpretAsDoubles();
      var product = headE.mul(headG).mul(scale);
      var others = headE.mul(restG).add(restE.mul(g)).mul(scale);
      var sum = broadcast(LANES, 1).sub(product);
      var far = sum.add(broadcast(LANES, 1).sub(sum).sub(product).sub(others));
      var sign = x.reinterpretAsLongs().and(SIGN);
      var value = far.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
      value.blend(x, size.compare(LT, ERF_SEAM)).intoArray(values, i);
    }
  }
}
