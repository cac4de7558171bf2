package reluctant.chart;

import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Tablesaw knows of a figure and does not write: whether a value was a name, or was chosen.
 */
final class Fields {
  private Fields() {}

  /** Returns a field of a trace or a layout, or null if it has none such, as somebody else's. */
  static @Nullable Object of(Object owner, String name) {
    return Stream.of(owner.getClass().getDeclaredFields())
        .filter(field -> field.getName().equals(name))
        .findFirst()
        .map(field -> value(owner, field))
        .orElse(null);
  }

  private static @Nullable Object value(Object owner, Field field) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
