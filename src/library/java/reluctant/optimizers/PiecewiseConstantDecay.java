package reluctant.optimizers;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import reluctant.Require;

/**
 * A rate that changes now and then: {@code new PiecewiseConstantDecay(0.1).after(1000, 0.01)} is
 * 0.1 in the steps 0 to 1000, and 0.01 from then on, as Keras' PiecewiseConstantDecay([1000], [0.1,
 * 0.01]).
 */
public final class PiecewiseConstantDecay implements Schedule {

  /** A rate and the last step that it does not hold for, or -1. */
  private record Piece(int after, double rate) {}

  private final List<Piece> pieces;

  /**
   * The same rate all the time.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public PiecewiseConstantDecay(double learningRate) {
    this(List.of(new Piece(-1, Require.positive("learningRate", learningRate))));
  }

  private PiecewiseConstantDecay(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /**
   * Returns this with another rate in later steps.
   *
   * @param step the last step before it changes, beyond that of the change before
   * @param learningRate the size of the steps behind it, finite and above 0
   */
  public PiecewiseConstantDecay after(int step, double learningRate) {
    Require.positive("learningRate", learningRate);
    int before = pieces.get(pieces.size() - 1).after;
    if (step <= before) {
      throw Require.refusal(
          format("step must be above that of the change before, %d. Received: %d", before, step));
    }
    var more = new ArrayList<>(pieces);
    more.add(new Piece(step, learningRate));
    return new PiecewiseConstantDecay(more);
  }

  /** Returns the last step before each change. */
  public List<Integer> boundaries() {
    return pieces.stream().skip(1).map(Piece::after).toList();
  }

  /** Returns the rates, one more than there are {@link #boundaries}. */
  public List<Double> rates() {
    return pieces.stream().map(Piece::rate).toList();
  }

  @Override
  public double rate(long step) {
    int piece = pieces.size() - 1;
    while (piece > 0 && step <= pieces.get(piece).after) {
      piece--;
    }
    return pieces.get(piece).rate;
  }

  @Override
  public PiecewiseConstantDecay startingAt(double rate) {
    var changed = new PiecewiseConstantDecay(rate);
    double factor = rate / pieces.get(0).rate;
    for (Piece piece : pieces.subList(1, pieces.size())) {
      changed = changed.after(piece.after, piece.rate * factor);
    }
    return changed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PiecewiseConstantDecay decay && pieces.equals(decay.pieces);
  }

  @Override
  public int hashCode() {
    return pieces.hashCode();
  }

  /** Returns this schedule as the Java that makes it. */
  @Override
  public String toString() {
    return pieces.stream()
        .skip(1)
        .map(piece -> ".after(" + piece.after + ", " + piece.rate + ")")
        .collect(
            Collectors.joining("", "new PiecewiseConstantDecay(" + pieces.get(0).rate + ")", ""));
  }
}
