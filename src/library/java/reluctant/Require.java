package reluctant;

import static reluctant.Text.format;

import org.jspecify.annotations.Nullable;

/** Checks of arguments: one sentence that names the argument, what was received and the cure. */
public final class Require {

  /** How much of a longer sentence is told: its beginning and its end. */
  private static final int HEAD = 600;

  private static final int TAIL = 300;
  private static final String GAP = " .. ";

  private Require() {}

  /**
   * Returns the exception that refuses an argument. Every one of the library's is made here, since
   * what was received may be any text.
   *
   * @param sentence the argument, what was received and the cure
   * @return the exception, with the sentence as {@link #told} gives it
   */
  public static IllegalArgumentException refusal(String sentence) {
    return new IllegalArgumentException(told(sentence));
  }

  /**
   * Returns the exception that refuses an argument.
   *
   * @param sentence the argument, what was received and the cure
   * @param cause what has shown it, or null
   * @return the exception, with the sentence as {@link #told} gives it
   */
  public static IllegalArgumentException refusal(String sentence, @Nullable Throwable cause) {
    return new IllegalArgumentException(told(sentence), cause);
  }

  /**
   * Returns a text that a terminal, a page and a reader can stand: what cannot be seen, such as
   * control characters, is written as Java would escape it, and the middle of a long text is left
   * out.
   *
   * @param text of any origin
   * @return the text in one line of at most some thousand characters
   */
  public static String told(String text) {
    // Escapes make a text longer, so it is cut before, which saves work, and after.
    return withoutMiddle(visible(withoutMiddle(text)));
  }

  private static String withoutMiddle(String text) {
    if (text.length() <= HEAD + GAP.length() + TAIL) {
      return text;
    }
    int end = whole(text, HEAD);
    int start = whole(text, text.length() - TAIL);
    return text.substring(0, end) + GAP + text.substring(start);
  }

  /** A place near this one that does not part a pair of surrogates. */
  private static int whole(String text, int at) {
    boolean parts =
        Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
    return parts ? at - 1 : at;
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isVisible(c)) {
                visible.appendCodePoint(c);
              } else {
                visible.append(c == '\n' ? "\\n" : format("\\u%04x", c));
              }
            });
    return visible.toString();
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

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
      throw refusal(name + " is empty: run its cell again. Received: null");
    }
    return value;
  }

  /**
   * Returns the values, none of which may be null.
   *
   * @param <T> the type of a value
   * @param <C> the type of the collection
   * @param name the argument's name
   * @param values what was received
   * @return {@code values}
   * @throws IllegalArgumentException if it is null or holds null
   */
  public static <T, C extends Iterable<T>> C each(String name, @Nullable C values) {
    C all = present(name, values);
    int index = 0;
    for (T value : all) {
      if (value == null) {
        throw refusal(format("%s[%d] is empty: run its cell again. Received: null", name, index));
      }
      index++;
    }
    return all;
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
      throw refusal(name + " must be at least " + minimum + ". Received: " + value);
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
      throw refusal(name + " must be a finite number above 0. Received: " + value);
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
      throw refusal(name + " must be a finite number. Received: " + value);
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
      throw refusal(name + " must be at least 0 and below 1. Received: " + value);
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
      throw refusal(name + " must be a finite number of at least 0. Received: " + value);
    }
    return value;
  }

  /**
   * Returns the index, which must lie in [0, count).
   *
   * @param name the argument's name
   * @param index what was received
   * @param count how many there are to choose from
   * @return {@code index}
   * @throws IllegalArgumentException if the index is negative, or count or above
   */
  public static int index(String name, int index, int count) {
    if (index < 0 || index >= count) {
      throw refusal(
          count < 1
              ? format("%s must choose one, but there are none. Received: %d", name, index)
              : format("%s must be from 0 to %d. Received: %d", name, count - 1, index));
    }
    return index;
  }

  /**
   * Refuses a matrix (samples x columns) of another shape.
   *
   * @param name the argument's name
   * @param rows its rows, one for each sample
   * @param columns its columns
   * @param samples how many rows it must have
   * @param width how many columns it must have
   * @throws IllegalArgumentException if it has more or fewer
   */
  public static void shape(String name, int rows, int columns, int samples, int width) {
    if (rows != samples || columns != width) {
      throw refusal(
          format(
              "%s must be (%d x %d), a row for each sample. Received: (%d x %d)",
              name, samples, width, rows, columns));
    }
  }
}
