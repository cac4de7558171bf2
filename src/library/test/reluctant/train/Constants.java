package reluctant.train;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** All constants of an interface, so that a test forgets none that is new. */
public final class Constants {

  private Constants() {}

  /** Returns them, in no order, without those that it inherits from a wider type. */
  public static <T> Stream<T> of(Class<T> type) {
    return Arrays.stream(type.getFields())
        .map(Constants::value)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static Object value(Field field) {
    try {
      return Objects.requireNonNull(field.get(null), field.getName());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
