package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import reluctant.nn.SoftmaxLoops;

/** Softmax in vectors, in the operations of {@code SoftmaxLoops}: a vector for each unit. */
final class VectorSoftmax {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  /** As for other activations, vectors of two numbers leave too few registers. */
  private static final boolean IN_VECTORS = WIDTH >= 4;

  private VectorSoftmax() {}

  static void forward(double[] z, double[] h, int rows, int units) {
    if (!IN_VECTORS) {
      SoftmaxLoops.forward(z, h, rows, units, WIDTH);
      return;
    }
    subtractLargest(z, 0, h, rows, units);
    VectorExponential.exp(h, h, rows * units * WIDTH);
    for (int r = 0; r < rows; r++) {
      int first = r * units * WIDTH;
      int end = first + units * WIDTH;
      var sum = DoubleVector.zero(LANES);
      for (int i = first; i < end; i += WIDTH) {
        sum = sum.add(fromArray(LANES, h, i));
      }
      for (int i = first; i < end; i += WIDTH) {
        fromArray(LANES, h, i).div(sum).intoArray(h, i);
      }
    }
  }

  /** Leaves z - m of rows that begin at a place, with the largest z of each as m. */
  static void subtractLargest(double[] z, int from, double[] to, int rows, int units) {
    for (int r = 0; r < rows; r++) {
      int first = r * units * WIDTH;
      int end = first + units * WIDTH;
      var most = fromArray(LANES, z, from + first);
      for (int i = first + WIDTH; i < end; i += WIDTH) {
        var v = fromArray(LANES, z, from + i);
        most = most.blend(v, v.compare(GT, most));
      }
      for (int i = first; i < end; i += WIDTH) {
        fromArray(LANES, z, from + i).sub(most).intoArray(to, i);
      }
    }
  }

  static void backward(double[] h, double[] delta, int rows, int units) {
    for (int r = 0; r < rows; r++) {
      int first = r * units * WIDTH;
      int end = first + units * WIDTH;
      var sum = DoubleVector.zero(LANES);
      for (int i = first; i < end; i += WIDTH) {
        sum = sum.add(fromArray(LANES, delta, i).mul(fromArray(LANES, h, i)));
      }
      for (int i = first; i < end; i += WIDTH) {
        var d = fromArray(LANES, delta, i).sub(sum);
        fromArray(LANES, h, i).mul(d).intoArray(delta, i);
      }
    }
  }
}
