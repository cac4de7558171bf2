package reluctant.page.without;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In the place of {@link reluctant.Jvm}: nothing stands beside a page. */
public final class Jvm {

  /** What a browser gives a page without asking, and a phone has. */
  private static final long MEMORY = 1L << 29;

  private Jvm() {}

  /**
   * Finds nothing.
   *
   * @param <T> what it would be
   * @param type what it would say to be
   */
  public static <T> Optional<T> part(Class<T> type) {
    return Optional.empty();
  }

  /**
   * Fills a format in, as {@link java.util.Formatter} does.
   *
   * @param format of what {@link Formats} knows
   * @param values what it names, in order
   */
  public static String format(String format, @Nullable Object... values) {
    return Formats.fill(format, values);
  }

  /** Returns how many bytes there may be of all objects together. */
  public static long memory() {
    return MEMORY;
  }

  /**
   * Makes nothing: a page has no vectors of doubles.
   *
   * @param <T> what it would be
   * @param type what it would implement
   * @param name its class
   */
  public static <T> Optional<T> inVectors(Class<T> type, String name) {
    return Optional.empty();
  }
}
