package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of matrices of vectors, a tile of sums at a time: what is loaded serves three sums,
 * which stay in registers.
 *
 * <p>Both factors are packed first (Goto and van de Geijn 2008): what a tile reads lies together,
 * in the order in which it is read, and where the processor's cache lines begin. Nine sums are what
 * the JVM's compiler keeps in registers each time. With twelve it made objects of them in every
 * fifth JVM, and was six times slower there. They are locals of small static methods, as it does so
 * with an array, too.
 */
final class VectorTiles {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  /** How many rows, and columns, a tile has. */
  private static final int SIDE = 3;

  private VectorTiles() {}

  /** Returns how long an array for the panels of a product has to be. */
  static int panels(int rows, int depth) {
    return (SIDE * SIDE + (rows + 2 * SIDE) * depth) * WIDTH;
  }

  /**
   * Computes to(r, c) = start + sum over k of a(r, k) b(c, k), in ascending k. A sum that starts at
   * -0 is one that starts with the first product.
   *
   * @param start 0 or -0
   * @param a the left factor (rows x depth)
   * @param i where its first element is
   * @param b the right factor, transposed (columns x depth)
   * @param j where its first element is
   * @param to receives the product (rows x columns)
   * @param t where its first element goes
   * @param panels an array of {@link CacheLines} for as many numbers as {@link #panels} says
   */
  static void multiply(
      double start,
      VectorMatrix a,
      int i,
      VectorMatrix b,
      int j,
      VectorMatrix to,
      int t,
      int rows,
      int columns,
      int depth,
      double[] panels) {
    int tile = CacheLines.FIRST;
    int right = tile + SIDE * SIDE * WIDTH;
    int left = right + SIDE * depth * WIDTH;
    int panel = SIDE * depth * WIDTH;
    for (int row = 0, at = left; row < rows; row += SIDE, at += panel) {
      pack(a, i + row * a.row(), Math.min(SIDE, rows - row), SIDE, depth, panels, at);
    }
    for (int column = 0; column < columns; column += SIDE) {
      int wide = Math.min(SIDE, columns - column);
      pack(b, j + column * b.row(), wide, wide, depth, panels, right);
      int ofTo = t + column * to.column();
      int at = left;
      int row = 0;
      for (; rows - row >= SIDE; row += SIDE, at += panel) {
        tile(
            wide,
            start,
            panels,
            at,
            right,
            depth,
            to.numbers(),
            ofTo + row * to.row(),
            to.row(),
            to.column());
      }
      if (row < rows) {
        tile(wide, start, panels, at, right, depth, panels, tile, SIDE * WIDTH, WIDTH);
        copy(panels, tile, rows - row, wide, to, ofTo + row * to.row());
      }
    }
  }

  /** Packs some rows of a matrix, and zeros for rows that it lacks. */
  private static void pack(
      VectorMatrix from, int i, int rows, int tall, int depth, double[] panels, int at) {
    if (rows < tall) {
      Arrays.fill(panels, at, at + tall * depth * WIDTH, 0);
    }
    for (int row = 0; row < rows; row++) {
      int f = i + row * from.row();
      int end = at + tall * depth * WIDTH;
      for (int p = at + row * WIDTH; p < end; p += tall * WIDTH, f += from.column()) {
        fromArray(LANES, from.numbers(), f).intoArray(panels, p);
      }
    }
  }

  private static void copy(
      double[] panels, int tile, int rows, int columns, VectorMatrix to, int t) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        fromArray(LANES, panels, tile + (row * SIDE + column) * WIDTH)
            .intoArray(to.numbers(), t + row * to.row() + column * to.column());
      }
    }
  }

  private static void tile(
      int columns,
      double start,
      double[] panels,
      int i,
      int j,
      int depth,
      double[] to,
      int t,
      int row,
      int column) {
    switch (columns) {
      case 1 -> tile3x1(start, panels, i, j, depth, to, t, row);
      case 2 -> tile3x2(start, panels, i, j, depth, to, t, row, column);
      default -> tile3x3(start, panels, i, j, depth, to, t, row, column);
    }
  }

  private static void tile3x1(
      double start, double[] panels, int i, int j, int depth, double[] to, int t, int row) {
    var s00 = broadcast(LANES, start);
    var s10 = s00;
    var s20 = s00;
    for (int k = 0; k < depth; k++, i += 3 * WIDTH, j += WIDTH) {
      var a0 = fromArray(LANES, panels, i);
      var a1 = fromArray(LANES, panels, i + WIDTH);
      var a2 = fromArray(LANES, panels, i + 2 * WIDTH);
      var b0 = fromArray(LANES, panels, j);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
      s20 = s20.add(a2.mul(b0));
    }
    s00.intoArray(to, t);
    s10.intoArray(to, t + row);
    s20.intoArray(to, t + 2 * row);
  }

  private static void tile3x2(
      double start,
      double[] panels,
      int i,
      int j,
      int depth,
      double[] to,
      int t,
      int row,
      int column) {
    var s00 = broadcast(LANES, start);
    var s01 = s00;
    var s10 = s00;
    var s11 = s00;
    var s20 = s00;
    var s21 = s00;
    for (int k = 0; k < depth; k++, i += 3 * WIDTH, j += 2 * WIDTH) {
      var a0 = fromArray(LANES, panels, i);
      var a1 = fromArray(LANES, panels, i + WIDTH);
      var a2 = fromArray(LANES, panels, i + 2 * WIDTH);
      var b0 = fromArray(LANES, panels, j);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
      s20 = s20.add(a2.mul(b0));
      var b1 = fromArray(LANES, panels, j + WIDTH);
      s01 = s01.add(a0.mul(b1));
      s11 = s11.add(a1.mul(b1));
      s21 = s21.add(a2.mul(b1));
    }
    s00.intoArray(to, t);
    s01.intoArray(to, t + column);
    s10.intoArray(to, t + row);
    s11.intoArray(to, t + row + column);
    s20.intoArray(to, t + 2 * row);
    s21.intoArray(to, t + 2 * row + column);
  }

  private static void tile3x3(
      double start,
      double[] panels,
      int i,
      int j,
      int depth,
      double[] to,
      int t,
      int row,
      int column) {
    var s00 = broadcast(LANES, start);
    var s01 = s00;
    var s02 = s00;
    var s10 = s00;
    var s11 = s00;
    var s12 = s00;
    var s20 = s00;
    var s21 = s00;
    var s22 = s00;
    for (int k = 0; k < depth; k++, i += 3 * WIDTH, j += 3 * WIDTH) {
      var a0 = fromArray(LANES, panels, i);
      var a1 = fromArray(LANES, panels, i + WIDTH);
      var a2 = fromArray(LANES, panels, i + 2 * WIDTH);
      var b0 = fromArray(LANES, panels, j);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
      s20 = s20.add(a2.mul(b0));
      var b1 = fromArray(LANES, panels, j + WIDTH);
      s01 = s01.add(a0.mul(b1));
      s11 = s11.add(a1.mul(b1));
      s21 = s21.add(a2.mul(b1));
      var b2 = fromArray(LANES, panels, j + 2 * WIDTH);
      s02 = s02.add(a0.mul(b2));
      s12 = s12.add(a1.mul(b2));
      s22 = s22.add(a2.mul(b2));
    }
    s00.intoArray(to, t);
    s01.intoArray(to, t + column);
    s02.intoArray(to, t + 2 * column);
    s10.intoArray(to, t + row);
    s11.intoArray(to, t + row + column);
    s12.intoArray(to, t + row + 2 * column);
    s20.intoArray(to, t + 2 * row);
    s21.intoArray(to, t + 2 * row + column);
    s22.intoArray(to, t + 2 * row + 2 * column);
  }
}
