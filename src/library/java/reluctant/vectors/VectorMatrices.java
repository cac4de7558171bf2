package reluctant.vectors;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** On the Vector API. Only loaded where the JVM has it. */
final class VectorMatrices implements Matrices {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  /** For vectors of two numbers C2 has no masks, and makes objects instead. */
  private static final boolean MASKED = WIDTH >= 4;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public Product product(int terms, int columns, int pitch, int resultPitch) {
    var tiles = new VectorTiles(-0.0, terms, 1, pitch, resultPitch);
    return (a, samples, b, c, offset) -> tiles.fill(a, samples, terms, b, columns, c, offset);
  }

  @Override
  public Product transposedProduct(int rows, int columns) {
    var tiles = new VectorTiles(0, 1, rows, columns, columns);
    return (a, samples, b, c, offset) -> tiles.fill(a, rows, samples, b, columns, c, offset);
  }

  @Override
  public void addToRows(double[] row, double[] matrix, int samples) {
    int columns = row.length;
    int whole = LANES.loopBound(columns);
    for (int sample = 0, first = 0; sample < samples; sample++, first += columns) {
      for (int i = 0; i < whole; i += WIDTH) {
        fromArray(LANES, matrix, first + i)
            .add(fromArray(LANES, row, i))
            .intoArray(matrix, first + i);
      }
      for (int i = whole; i < columns; i++) {
        matrix[first + i] += row[i];
      }
    }
  }

  @Override
  public void sumRows(double[] matrix, int samples, double[] sums, int offset, int columns) {
    for (int next = 0; next < columns; next += WIDTH) {
      int column = Math.min(next, columns - WIDTH);
      var sum = DoubleVector.zero(LANES);
      for (int sample = 0, i = column; sample < samples; sample++, i += columns) {
        sum = sum.add(fromArray(LANES, matrix, i));
      }
      sum.intoArray(sums, offset + column);
    }
  }

  @Override
  public void rectify(double[] z, double[] h, int count) {
    int whole = MASKED ? LANES.loopBound(count) : 0;
    for (int i = 0; i < whole; i += WIDTH) {
      var v = fromArray(LANES, z, i);
      v.blend(0, v.compare(LT, Double.MIN_VALUE)).intoArray(h, i);
    }
    for (int i = whole; i < count; i++) {
      h[i] = Math.max(0, z[i]);
    }
  }

  @Override
  public void rectifySlope(double[] h, double[] delta, int count) {
    int whole = MASKED ? LANES.loopBound(count) : 0;
    for (int i = 0; i < whole; i += WIDTH) {
      var closed = fromArray(LANES, h, i).compare(LT, Double.MIN_VALUE);
      fromArray(LANES, delta, i).blend(0, closed).intoArray(delta, i);
    }
    for (int i = whole; i < count; i++) {
      delta[i] = h[i] < Double.MIN_VALUE ? 0 : delta[i];
    }
  }
}
