package reluctant.kernel;

import java.lang.reflect.Field;

/** The marks of a kernel's error, as ANSI has them, and where a kernel keeps its styler. */
final class ErrorStyle {
  static final String PLAIN = "";
  static final String SAID = "\033[1m";
  static final String PLACE = "\033[1;4m";
  static final String MARGIN = "|   ";

  private ErrorStyle() {}

  /** Gives a kernel another styler. Where it keeps it otherwise, its errors stay as they are. */
  static void set(Object kernel, Object styler) {
    for (Class<?> type = kernel.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField("errorStyler");
        field.setAccessible(true);
        field.set(kernel, styler);
      } catch (ReflectiveOperationException | RuntimeException e) {
        // IJava's kernel has two of them, JJava's one.
      }
    }
  }
}
