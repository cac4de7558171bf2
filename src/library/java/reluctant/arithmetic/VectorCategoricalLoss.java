package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The cross-entropy of classes from logits, in the operations of {@code CategoricalLoss}. It works
 * on a piece of some samples at a time, as {@link VectorLoss} does.
 */
final class VectorCategoricalLoss implements LossLanes {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  /** About so many outputs make a piece. */
  private static final int PIECE = 64;

  private final int outputs;
  private final int row;
  private final int piece;

  /** The logits less the largest of their sample. */
  private final double[] lower;

  /** Their exponentials. */
  private final double[] powers;

  /** The sum of these of each sample, and its logarithm. */
  private final double[] sums;

  VectorCategoricalLoss(int outputs) {
    this.outputs = outputs;
    row = outputs * WIDTH;
    piece = Math.max(1, PIECE / outputs);
    lower = new double[piece * row];
    powers = new double[piece * row];
    sums = new double[piece * WIDTH];
  }

  /** Returns how many samples the piece from a place on has, and computes what both need. */
  private int take(double[] p, int from, int count) {
    int samples = Math.min(piece, (count - from) / row);
    VectorSoftmax.subtractLargest(p, from, lower, samples, outputs);
    VectorExponential.exp(lower, powers, samples * row);
    for (int s = 0; s < samples; s++) {
      var sum = DoubleVector.zero(LANES);
      for (int i = s * row; i < (s + 1) * row; i += WIDTH) {
        sum = sum.add(fromArray(LANES, powers, i));
      }
      sum.intoArray(sums, s * WIDTH);
    }
    return samples;
  }

  @Override
  public void add(double[] y, double[] p, int count, double[] losses, int lane) {
    for (int from = 0; from < count; from += piece * row) {
      int samples = take(p, from, count);
      VectorLogarithm.log(sums, sums, samples * WIDTH);
      var all = fromArray(LANES, losses, lane);
      for (int s = 0; s < samples; s++) {
        var logarithm = fromArray(LANES, sums, s * WIDTH);
        var loss = DoubleVector.zero(LANES);
        for (int i = s * row; i < (s + 1) * row; i += WIDTH) {
          var missing = logarithm.sub(fromArray(LANES, lower, i));
          loss = loss.add(fromArray(LANES, y, from + i).mul(missing));
        }
        all = all.add(loss);
      }
      all.intoArray(losses, lane);
    }
  }

  @Override
  public void slopes(double[] y, double[] p, int count, double[] delta) {
    for (int from = 0; from < count; from += piece * row) {
      int samples = take(p, from, count);
      for (int s = 0; s < samples; s++) {
        var all = fromArray(LANES, sums, s * WIDTH);
        var targets = DoubleVector.zero(LANES);
        for (int i = s * row; i < (s + 1) * row; i += WIDTH) {
          targets = targets.add(fromArray(LANES, y, from + i));
        }
        for (int i = s * row; i < (s + 1) * row; i += WIDTH) {
          var expected = fromArray(LANES, powers, i).div(all).mul(targets);
          expected.sub(fromArray(LANES, y, from + i)).intoArray(delta, from + i);
        }
      }
    }
  }
}
