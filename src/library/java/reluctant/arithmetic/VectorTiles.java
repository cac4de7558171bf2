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
 * in the order in which it is read, and where the processor's cache lines begin. As much of the
 * right factor as the first cache holds meets three rows of the left one before the next three.
 * Where rows or columns are no multiple of three, the last tile reaches back over what another one
 * has computed, to the same bits.
 *
 * <p>Nine sums are what the JVM's compiler keeps in registers each time. With twelve it made
 * objects of them in every second JVM, and was six times slower there. They are locals of a small
 * static method, as it does so with an array, too.
 */
final class VectorTiles {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  /** How many rows, and columns, a tile has. */
  private static final int SIDE = 3;

  /** How many numbers of the right factor are packed at once: half of a core's first cache. */
  private static final int BLOCK = 3 << 10;

  private final double start;
  private final VectorMatrix a;
  private final int rowsOfA;
  private final int columnsOfA;
  private final VectorMatrix b;
  private final VectorMatrix to;

  /**
   * Says what is multiplied.
   *
   * @param start what sums begin with, 0 or -0. A sum that begins with -0 is one that begins with
   *     its first product
   * @param a the left factor (rows x depth)
   * @param rowsOfA how many rows that has; any more are of ones
   * @param columnsOfA how many columns; any more are of ones
   * @param b the right factor, transposed (columns x depth)
   * @param to receives the product (rows x columns)
   */
  VectorTiles(
      double start, VectorMatrix a, int rowsOfA, int columnsOfA, VectorMatrix b, VectorMatrix to) {
    this.start = start;
    this.a = a;
    this.rowsOfA = rowsOfA;
    this.columnsOfA = columnsOfA;
    this.b = b;
    this.to = to;
  }

  /** Returns how long an array for the panels of a product has to be. */
  static int panels(int rows, int depth) {
    return BLOCK + (rows + 3 * SIDE) * depth * WIDTH;
  }

  /**
   * Computes to(r, c) = start + sum over k of a(r, k) b(c, k), in ascending k.
   *
   * @param j where the first element of b is
   * @param t where the first element of the product goes
   * @param panels an array of {@link CacheLines} for as many numbers as {@link #panels} says
   */
  void multiply(int j, int t, int rows, int columns, int depth, double[] panels) {
    int panel = SIDE * depth * WIDTH;
    int block = Math.max(1, BLOCK / panel);
    int right = CacheLines.FIRST;
    int left = right + block * panel;
    int tall = rows < SIDE ? 1 : SIDE;
    int wide = columns < SIDE ? 1 : SIDE;
    for (int row = 0, at = left; row < rows; row += tall, at += panel) {
      packLeft(first(row, rows), rows, depth, panels, at);
    }
    for (int column = 0; column < columns; column += block * wide) {
      int end = Math.min(columns, column + block * wide);
      for (int c = column, at = right; c < end; c += wide, at += panel) {
        int from = j + first(c, columns) * b.row();
        pack(b, from, columns < SIDE ? 0 : b.row(), depth, panels, at);
      }
      for (int row = 0, at = left; row < rows; row += tall, at += panel) {
        int ofRow = t + first(row, rows) * to.row();
        for (int c = column, from = right; c < end; c += wide, from += panel) {
          tile(
              start,
              panels,
              at,
              from,
              depth,
              to.numbers(),
              ofRow + first(c, columns) * to.column(),
              rows < SIDE ? 0 : to.row(),
              columns < SIDE ? 0 : to.column());
        }
      }
    }
  }

  /** Returns the first of three rows or columns. Where there are fewer, each is taken thrice. */
  private static int first(int next, int all) {
    return all < SIDE ? next : Math.min(next, all - SIDE);
  }

  private void packLeft(int row, int rows, int depth, double[] panels, int at) {
    int from = row * a.row();
    int next = rows < SIDE ? 0 : a.row();
    int own = Math.min(depth, columnsOfA);
    if (row + SIDE <= rowsOfA) {
      pack(a, from, next, own, panels, at);
      Arrays.fill(panels, at + SIDE * own * WIDTH, at + SIDE * depth * WIDTH, 1);
    } else {
      Arrays.fill(panels, at, at + SIDE * depth * WIDTH, 1);
      for (int r = row; r < rowsOfA; r++, at += WIDTH) {
        packOne(a, r * a.row(), own, panels, at);
      }
    }
  }

  /** Packs three rows, so far apart. */
  private static void pack(VectorMatrix from, int i, int row, int depth, double[] panels, int at) {
    double[] numbers = from.numbers();
    int column = from.column();
    for (int k = 0; k < depth; k++, i += column, at += SIDE * WIDTH) {
      fromArray(LANES, numbers, i).intoArray(panels, at);
      fromArray(LANES, numbers, i + row).intoArray(panels, at + WIDTH);
      fromArray(LANES, numbers, i + 2 * row).intoArray(panels, at + 2 * WIDTH);
    }
  }

  private static void packOne(VectorMatrix from, int i, int depth, double[] panels, int at) {
    for (int k = 0; k < depth; k++, i += from.column(), at += SIDE * WIDTH) {
      fromArray(LANES, from.numbers(), i).intoArray(panels, at);
    }
  }

  private static void tile(
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
