package reluctant.nn;

/**
 * A trainable matrix of a layer, described: its numbers lie in a {@link Network}.
 *
 * @param name what it is, "kernel" or "bias"
 * @param rows its rows: the inputs of a kernel, 1 for a bias
 * @param columns its columns: the units
 * @param initializer how its numbers start
 */
public record Variable(String name, int rows, int columns, Initializer initializer) {

  private static final long LARGEST = 1L << 27; // A gibibyte of doubles.

  public Variable {
    if ((long) rows * columns > LARGEST) {
      throw new IllegalArgumentException(
          "a %s must hold at most %d numbers, use fewer units. Received: %d x %d"
              .formatted(name, LARGEST, rows, columns));
    }
  }

  /**
   * Returns how many numbers it holds.
   *
   * @return rows * columns
   */
  public int size() {
    return rows * columns;
  }
}
