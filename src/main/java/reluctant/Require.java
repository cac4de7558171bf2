package reluctant;

import static reluctant.Text.format;

import org.jspecify.annotations.Nullable;

/** Checks of arguments: one sentence that names the argument, what was received and the cure. */
public final class Require {

  private Require() {}

  /**
   * Returns the value, which must not be null, as a variable of a notebook is once something it was
   * made from has changed.
   *
   * @param <T> the type of the value
   * @param name the argument's name, as the caller knows it
   * @param value what was received
   * @return {@code value}
   * @throws IllegalArgumentException if the value is null
   */
  public static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is empty: run its cell again. Received: null");
    }
    return value;
  }

  /**
   * Returns the value, which must not be below the minimum.
   *
   * @param name the argument's name
   * @param value what was received
   * @param minimum the smallest value allowed
   * @return {@code value}
   * @throws IllegalArgumentException if the value is below the minimum
   */
  public static int atLeast(String name, int value, int minimum) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          name + " must be at least " + minimum + ". Received: " + value);
    }
    return value;
  }

  /**
   * Returns the value, which must be finite and above zero.
   *
   * @param name the argument's name
   * @param value what was received
   * @return {@code value}
   * @throws IllegalArgumentException if the value is zero, negative, infinite or NaN
   */
  public static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " must be a finite number above 0. Received: " + value);
    }
    return value;
  }

  /**
   * Returns the value, which must be finite.
   *
   * @param name the argument's name
   * @param value what was received
   * @return {@code value}
   * @throws IllegalArgumentException if the value is infinite or NaN
   */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number. Received: " + value);
    }
    return value;
  }

  /**
   * Returns the value, which must lie in [0, 1).
   *
   * @param name the argument's name
   * @param value what was received
   * @return {@code value}
   * @throws IllegalArgumentException if the value is below 0, 1 or above, or NaN
   */
  public static double fraction(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          name + " must be at least 0 and below 1. Received: " + value);
    }
    return value;
  }

  /**
   * Returns the value, which must be finite and not below zero.
   *
   * @param name the argument's name
   * @param value what was received
   * @return {@code value}
   * @throws IllegalArgumentException if the value is negative, infinite or NaN
   */
  public static double notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " must be a finite number of at least 0. Received: " + value);
    }
    return value;
  }

  /**
   * Returns the index, which must lie in [0, count).
   *
   * @param name the argument's name
   * @param index what was received
   * @param count how many there are to choose from, at least 1
   * @return {@code index}
   * @throws IllegalArgumentException if the index is negative, or count or above
   */
  public static int index(String name, int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          format("%s must be from 0 to %d. Received: %d", name, count - 1, index));
    }
    return index;
  }
}
