package reluctant.arithmetic;

import static jdk.incubator.vector.LongVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import reluctant.nn.RandomStream;

/**
 * On the Vector API: xoshiro256++ (Blackman and Vigna 2019) in each lane. The upper 53 bits of a
 * number, times 2^-53, are u.
 */
final class VectorRandom implements LaneRandom {

  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int WIDTH = DoubleVector.SPECIES_PREFERRED.length();

  private final long[] first;
  private final long[] second;
  private final long[] third;
  private final long[] fourth;

  VectorRandom(RandomStream stream, long[] seeds, int fit) {
    first = new long[seeds.length];
    second = new long[seeds.length];
    third = new long[seeds.length];
    fourth = new long[seeds.length];
    for (int lane = 0; lane < seeds.length; lane++) {
      long[] state = stream.state(seeds[lane], fit);
      first[lane] = state[0];
      second[lane] = state[1];
      third[lane] = state[2];
      fourth[lane] = state[3];
    }
  }

  @Override
  public void draw(int lane, double rate, double kept, double[] to, int count) {
    long least = (long) Math.ceil(rate * 0x1p53);
    long bits = Double.doubleToRawLongBits(kept);
    var none = LongVector.zero(LONGS);
    var a = fromArray(LONGS, first, lane);
    var b = fromArray(LONGS, second, lane);
    var c = fromArray(LONGS, third, lane);
    var d = fromArray(LONGS, fourth, lane);
    for (int i = 0; i < count * WIDTH; i += WIDTH) {
      var sum = a.add(d);
      var number = sum.lanewise(LSHL, 23).or(sum.lanewise(LSHR, 41)).add(a);
      var isKept = number.lanewise(LSHR, 11).compare(GE, least);
      none.blend(bits, isKept).reinterpretAsDoubles().intoArray(to, i);
      var shifted = b.lanewise(LSHL, 17);
      c = c.lanewise(XOR, a);
      d = d.lanewise(XOR, b);
      b = b.lanewise(XOR, c);
      a = a.lanewise(XOR, d);
      c = c.lanewise(XOR, shifted);
      d = d.lanewise(LSHL, 45).or(d.lanewise(LSHR, 19));
    }
    a.intoArray(first, lane);
    b.intoArray(second, lane);
    c.intoArray(third, lane);
    d.intoArray(fourth, lane);
  }
}
