package reluctant.vectors;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A product in tiles: some rows by some vectors are summed in registers, over all terms.
 *
 * <p>Where the rows or columns are no multiple of a tile's, the last tile reaches back over what
 * another one has computed, to the same bits. No method takes or gives a vector, and none has more
 * than 12 sums: beyond, the JVM makes objects of them.
 */
final class VectorTiles {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();
  private static final int ROWS = 4;

  private final double start;
  private final int nextRow;
  private final int nextTerm;
  private final int pitch;
  private final int resultPitch;

  /**
   * Says where the numbers lie.
   *
   * @param start what each sum begins with
   * @param nextRow from one row of the product to the next, in A
   * @param nextTerm from one term of a sum to the next, in A
   * @param pitch from one term of a sum to the next, in B
   * @param resultPitch from one row of the product to the next, in C
   */
  VectorTiles(double start, int nextRow, int nextTerm, int pitch, int resultPitch) {
    this.start = start;
    this.nextRow = nextRow;
    this.nextTerm = nextTerm;
    this.pitch = pitch;
    this.resultPitch = resultPitch;
  }

  void fill(double[] a, int rows, int terms, double[] b, int columns, double[] c, int offset) {
    if (rows < ROWS) {
      fillRows(a, rows, terms, b, columns, c, offset);
      return;
    }
    int left = (columns + WIDTH - 1) / WIDTH;
    int column = 0;
    while (left > 0) {
      // Two and two are faster than three and one.
      int vectors = left == 4 ? 2 : Math.min(left, 3);
      column = Math.min(column, columns - WIDTH);
      int last = Math.min((vectors - 1) * WIDTH, columns - WIDTH - column);
      for (int next = 0; next < rows; next += ROWS) {
        int row = Math.min(next, rows - ROWS);
        int to = offset + row * resultPitch + column;
        switch (vectors) {
          case 1 -> tile1(a, row * nextRow, terms, b, column, c, to);
          case 2 -> tile2(a, row * nextRow, terms, b, column, last, c, to);
          default -> tile3(a, row * nextRow, terms, b, column, last, c, to);
        }
      }
      left -= vectors;
      column += vectors * WIDTH;
    }
  }

  private void fillRows(
      double[] a, int rows, int terms, double[] b, int columns, double[] c, int offset) {
    for (int next = 0; next < columns; next += WIDTH) {
      int column = Math.min(next, columns - WIDTH);
      for (int row = 0; row < rows; row++) {
        one(a, row * nextRow, terms, b, column, c, offset + row * resultPitch + column);
      }
    }
  }

  private void one(double[] a, int i, int terms, double[] b, int j, double[] c, int to) {
    var sum = broadcast(LANES, start);
    for (int term = 0; term < terms; term++, i += nextTerm, j += pitch) {
      sum = sum.add(fromArray(LANES, b, j).mul(a[i]));
    }
    sum.intoArray(c, to);
  }

  private void tile1(double[] a, int i, int terms, double[] b, int j, double[] c, int to) {
    var sum0 = broadcast(LANES, start);
    var sum1 = sum0;
    var sum2 = sum0;
    var sum3 = sum0;
    for (int term = 0; term < terms; term++, i += nextTerm, j += pitch) {
      var v = fromArray(LANES, b, j);
      sum0 = sum0.add(v.mul(a[i]));
      sum1 = sum1.add(v.mul(a[i + nextRow]));
      sum2 = sum2.add(v.mul(a[i + 2 * nextRow]));
      sum3 = sum3.add(v.mul(a[i + 3 * nextRow]));
    }
    sum0.intoArray(c, to);
    sum1.intoArray(c, to + resultPitch);
    sum2.intoArray(c, to + 2 * resultPitch);
    sum3.intoArray(c, to + 3 * resultPitch);
  }

  /** Of two vectors, the second of which lies {@code last} numbers behind the first. */
  private void tile2(
      double[] a, int i, int terms, double[] b, int j, int last, double[] c, int to) {
    var sum00 = broadcast(LANES, start);
    var sum01 = sum00;
    var sum10 = sum00;
    var sum11 = sum00;
    var sum20 = sum00;
    var sum21 = sum00;
    var sum30 = sum00;
    var sum31 = sum00;
    for (int term = 0; term < terms; term++, i += nextTerm, j += pitch) {
      var v0 = fromArray(LANES, b, j);
      var v1 = fromArray(LANES, b, j + last);
      var a0 = broadcast(LANES, a[i]);
      sum00 = sum00.add(v0.mul(a0));
      sum01 = sum01.add(v1.mul(a0));
      var a1 = broadcast(LANES, a[i + nextRow]);
      sum10 = sum10.add(v0.mul(a1));
      sum11 = sum11.add(v1.mul(a1));
      var a2 = broadcast(LANES, a[i + 2 * nextRow]);
      sum20 = sum20.add(v0.mul(a2));
      sum21 = sum21.add(v1.mul(a2));
      var a3 = broadcast(LANES, a[i + 3 * nextRow]);
      sum30 = sum30.add(v0.mul(a3));
      sum31 = sum31.add(v1.mul(a3));
    }
    sum00.intoArray(c, to);
    sum01.intoArray(c, to + last);
    sum10.intoArray(c, to + resultPitch);
    sum11.intoArray(c, to + resultPitch + last);
    sum20.intoArray(c, to + 2 * resultPitch);
    sum21.intoArray(c, to + 2 * resultPitch + last);
    sum30.intoArray(c, to + 3 * resultPitch);
    sum31.intoArray(c, to + 3 * resultPitch + last);
  }

  /** Of three vectors, the third of which lies {@code last} numbers behind the first. */
  private void tile3(
      double[] a, int i, int terms, double[] b, int j, int last, double[] c, int to) {
    var sum00 = broadcast(LANES, start);
    var sum01 = sum00;
    var sum02 = sum00;
    var sum10 = sum00;
    var sum11 = sum00;
    var sum12 = sum00;
    var sum20 = sum00;
    var sum21 = sum00;
    var sum22 = sum00;
    var sum30 = sum00;
    var sum31 = sum00;
    var sum32 = sum00;
    for (int term = 0; term < terms; term++, i += nextTerm, j += pitch) {
      var v0 = fromArray(LANES, b, j);
      var v1 = fromArray(LANES, b, j + WIDTH);
      var v2 = fromArray(LANES, b, j + last);
      var a0 = broadcast(LANES, a[i]);
      sum00 = sum00.add(v0.mul(a0));
      sum01 = sum01.add(v1.mul(a0));
      sum02 = sum02.add(v2.mul(a0));
      var a1 = broadcast(LANES, a[i + nextRow]);
      sum10 = sum10.add(v0.mul(a1));
      sum11 = sum11.add(v1.mul(a1));
      sum12 = sum12.add(v2.mul(a1));
      var a2 = broadcast(LANES, a[i + 2 * nextRow]);
      sum20 = sum20.add(v0.mul(a2));
      sum21 = sum21.add(v1.mul(a2));
      sum22 = sum22.add(v2.mul(a2));
      var a3 = broadcast(LANES, a[i + 3 * nextRow]);
      sum30 = sum30.add(v0.mul(a3));
      sum31 = sum31.add(v1.mul(a3));
      sum32 = sum32.add(v2.mul(a3));
    }
    sum00.intoArray(c, to);
    sum01.intoArray(c, to + WIDTH);
    sum02.intoArray(c, to + last);
    sum10.intoArray(c, to + resultPitch);
    sum11.intoArray(c, to + resultPitch + WIDTH);
    sum12.intoArray(c, to + resultPitch + last);
    sum20.intoArray(c, to + 2 * resultPitch);
    sum21.intoArray(c, to + 2 * resultPitch + WIDTH);
    sum22.intoArray(c, to + 2 * resultPitch + last);
    sum30.intoArray(c, to + 3 * resultPitch);
    sum31.intoArray(c, to + 3 * resultPitch + WIDTH);
    sum32.intoArray(c, to + 3 * resultPitch + last);
  }
}
