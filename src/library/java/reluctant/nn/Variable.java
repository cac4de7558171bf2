package reluctant.nn;

import static reluctant.Text.format;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * A matrix or vector of a layer, described: its numbers lie in a {@link Network}.
 *
 * @param name what it is, "kernel", "bias" or "alpha"
 * @param rows its rows: the inputs of a kernel, otherwise 1
 * @param columns its columns: the units
 * @param isVector whether it has one dimension in Keras, as a bias has; then it has one row
 * @param initializer how its numbers start
 * @param regularizer what is added to the loss for them
 * @param constraint what they must obey
 * @param trainable whether a training moves them; otherwise they stay as they start, and have
 *     neither penalty nor constraint, as in Keras
 */
public record Variable(
    String name,
    int rows,
    int columns,
    boolean isVector,
    Initializer initializer,
    Regularizer regularizer,
    Constraint constraint,
    boolean trainable) {

  static final long LARGEST = 1L << 27; // A gibibyte of doubles.

  public Variable {
    Require.present("name", name);
    Require.atLeast("rows", rows, 1);
    Require.atLeast("columns", columns, 1);
    Require.present("initializer", initializer);
    Require.present("regularizer", regularizer);
    Require.present("constraint", constraint);
    if (isVector && rows != 1) {
      throw Require.refusal("a vector has 1 row. Received: " + rows + " rows");
    }
    if ((long) rows * columns > LARGEST) {
      throw Require.refusal(
          format(
              "a %s must hold at most %d numbers, use fewer units. Received: %d x %d",
              name, LARGEST, rows, columns));
    }
  }

  /**
   * Returns a vector that is trained, without regularizer and constraint.
   *
   * @param name what it is, such as "bias" or "alpha"
   * @param length how many numbers it holds
   * @param initializer how its numbers start
   * @return a variable of one row
   */
  public static Variable vector(String name, int length, Initializer initializer) {
    return new Variable(
        name, 1, length, true, initializer, Regularizer.NONE, Constraint.NONE, true);
  }

  /**
   * Returns this variable trained or not.
   *
   * @param trainable whether a training moves its numbers
   */
  public Variable trainable(boolean trainable) {
    return new Variable(
        name, rows, columns, isVector, initializer, regularizer, constraint, trainable);
  }

  /** Draws its initial numbers. */
  DMatrixRMaj draw(UniformRandomProvider random) {
    var numbers = new DMatrixRMaj(rows, columns);
    if (isVector) {
      ScaledByFans.fillVector(initializer, numbers, random);
    } else {
      initializer.fill(numbers, random);
    }
    return numbers;
  }

  /** Returns how many numbers it holds, rows * columns. */
  public int size() {
    return rows * columns;
  }
}
