package reluctant.bench;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.SQRT;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How fast this machine's cores compute with vectors, all at once: the nanoseconds of an addition
 * or multiplication, a division and a square root of a whole vector where none waits for another.
 * Each line that it reads asks for them anew.
 */
public final class Rates {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int ROUNDS = 20_000;
  private static final int SUMS = 12;
  private static final int NUMBERS = 1024;
  private static final int SWEEPS = 100;
  private static final int BURSTS = 40;

  private final double[] from = new double[NUMBERS];
  private final double[] to = new double[NUMBERS];

  private Rates() {
    Arrays.setAll(from, i -> 1 + i / 7.0);
  }

  /**
   * Answers until there are no more questions.
   *
   * @param arguments on how many threads
   */
  public static void main(String[] arguments) {
    int threads = Integer.parseInt(arguments[0]);
    var questions = new Scanner(System.in, StandardCharsets.US_ASCII);
    while (questions.hasNextLine()) {
      questions.nextLine();
      System.out.printf(
          Locale.ROOT,
          "{\"lanes\": %d, \"threads\": %d, \"additions\": %.4f, \"divisions\": %.4f,"
              + " \"roots\": %.4f}%n",
          LANES.length(),
          threads,
          onAll(threads, Rates::additions),
          onAll(threads, Rates::divisions),
          onAll(threads, Rates::roots));
    }
  }

  /** A burst of operations, which gives the nanoseconds of one. */
  private interface Burst {
    double nanos(Rates rates);
  }

  /** The mean over threads of each one's fastest burst, which nothing else has interrupted. */
  private static double onAll(int threads, Burst burst) {
    return IntStream.range(0, threads)
        .parallel()
        .mapToObj(thread -> new Rates())
        .mapToDouble(
            rates ->
                IntStream.range(0, BURSTS).mapToDouble(i -> burst.nanos(rates)).min().orElse(0))
        .average()
        .orElseThrow();
  }

  private double additions() {
    long begin = System.nanoTime();
    to[0] = multiplyAndAdd(from[0] - 1e-4, 1e-4, ROUNDS);
    return (System.nanoTime() - begin) / (2.0 * SUMS * ROUNDS);
  }

  private double divisions() {
    long begin = System.nanoTime();
    for (int i = 0; i < SWEEPS; i++) {
      divide(from, to);
    }
    return nanosOfEach(begin);
  }

  private double roots() {
    long begin = System.nanoTime();
    for (int i = 0; i < SWEEPS; i++) {
      takeRoots(from, to);
    }
    return nanosOfEach(begin);
  }

  private static double nanosOfEach(long begin) {
    return (System.nanoTime() - begin) / ((double) SWEEPS * NUMBERS / LANES.length());
  }

  /** As many products as sums, since some processors compute them in different units. */
  private static double multiplyAndAdd(double factor, double term, int rounds) {
    var f = broadcast(LANES, factor);
    var t = broadcast(LANES, term);
    DoubleVector a = f, b = f, c = f, d = f, e = f, g = f, h = f, i = f, j = f, k = f, l = f, m = f;
    for (int round = 0; round < rounds; round++) {
      a = a.mul(f).add(t);
      b = b.mul(f).add(t);
      c = c.mul(f).add(t);
      d = d.mul(f).add(t);
      e = e.mul(f).add(t);
      g = g.mul(f).add(t);
      h = h.mul(f).add(t);
      i = i.mul(f).add(t);
      j = j.mul(f).add(t);
      k = k.mul(f).add(t);
      l = l.mul(f).add(t);
      m = m.mul(f).add(t);
    }
    var sum = a.add(b).add(c).add(d).add(e).add(g).add(h).add(i).add(j).add(k).add(l).add(m);
    return sum.reduceLanes(ADD);
  }

  private static void divide(double[] from, double[] to) {
    for (int i = 0; i < NUMBERS; i += LANES.length()) {
      broadcast(LANES, 1).div(fromArray(LANES, from, i)).intoArray(to, i);
    }
  }

  private static void takeRoots(double[] from, double[] to) {
    for (int i = 0; i < NUMBERS; i += LANES.length()) {
      fromArray(LANES, from, i).lanewise(SQRT).intoArray(to, i);
    }
  }
}
