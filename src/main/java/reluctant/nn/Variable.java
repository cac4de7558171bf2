package reluctant.nn;

import static reluctant.Text.format;

import reluctant.Require;

/**
 * A trainable matrix of a layer, described: its numbers lie in a {@link Network}.
 *
 * @param name what it is, "kernel", "bias" or "alpha"
 * @param rows its rows: the inputs of a kernel, otherwise 1
 * @param columns its columns: the units
 * @param initializer how its numbers start
 * @param regularizer what is added to the loss for them
 * @param constraint what they must obey
 */
public record Variable(
    String name,
    int rows,
    int columns,
    Initializer initializer,
    Regularizer regularizer,
    Constraint constraint) {

  static final long LARGEST = 1L << 27; // A gibibyte of doubles.

  public Variable {
    if ((long) rows * columns > LARGEST) {
      throw Require.refusal(
          format(
              "a %s must hold at most %d numbers, use fewer units. Received: %d x %d",
              name, LARGEST, rows, columns));
    }
  }

  /**
   * A variable without regularizer and constraint.
   *
   * @param name what it is, "kernel", "bias" or "alpha"
   * @param rows its rows: the inputs of a kernel, otherwise 1
   * @param columns its columns: the units
   * @param initializer how its numbers start
   */
  public Variable(String name, int rows, int columns, Initializer initializer) {
    this(name, rows, columns, initializer, Regularizer.NONE, Constraint.NONE);
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
