package reluctant.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reluctant.nn.Sequential;
import reluctant.nn.Variable;

/**
 * The numbers that are not trained, of one network or of many side by side. An optimizer meets a
 * gradient of 0 in their places, and what it moves all the same, as by weight decay, is put back.
 */
public final class Frozen {

  @SuppressWarnings("ArrayRecordComponent") // Handed around, never compared.
  private record Piece(int first, double[] numbers) {}

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * Keeps the numbers of all variables that are not trained.
   *
   * @param model the architecture
   * @param parameters number n of the network in lane l at {@code n * lanes + l}. Not modified.
   * @param lanes how many networks there are
   */
  public Frozen(Sequential model, double[] parameters, int lanes) {
    int first = 0;
    for (Variable variable : model.variables()) {
      int next = first + variable.size() * lanes;
      if (!variable.trainable()) {
        pieces.add(new Piece(first, Arrays.copyOfRange(parameters, first, next)));
      }
      first = next;
    }
  }

  /** Makes 0 of their gradient. */
  public void clear(double[] gradient) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Arrays.fill(gradient, piece.first, piece.first + piece.numbers.length, 0);
    }
  }

  /** Puts them back as they were. */
  public void restore(double[] parameters) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      System.arraycopy(piece.numbers, 0, parameters, piece.first, piece.numbers.length);
    }
  }
}
