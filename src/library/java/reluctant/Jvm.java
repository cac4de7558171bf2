package reluctant;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.lang.reflect.Constructor;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What the library finds where it runs: parts that others bring, those of its own that need more
 * than every JVM has, the memory, and Java's formatter. A place that is no JVM, such as a page, has
 * another class in place of this one.
 */
public final class Jvm {

  private static final String VECTORS = "jdk.incubator.vector";

  private Jvm() {}

  /**
   * Finds a part that somebody else has put on the classpath.
   *
   * @param <T> what it is
   * @param type the interface that it says to be
   * @return the first one, or nothing if there is none
   * @throws java.util.ServiceConfigurationError if there is one that cannot be made
   */
  public static <T> Optional<T> part(Class<T> type) {
    return ServiceLoader.load(type, type.getClassLoader()).findFirst();
  }

  /**
   * Fills a format in, with the digits and the point of Java's source.
   *
   * @param format what {@link java.util.Formatter} reads
   * @param values what it names, in order
   */
  @FormatMethod
  static String format(@FormatString String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Returns how many bytes there may be of all objects together. */
  public static long memory() {
    return Runtime.getRuntime().maxMemory();
  }

  /**
   * Makes a part of the library that computes in the processor's vectors. It is found by name,
   * since it is compiled apart.
   *
   * @param <T> what it is
   * @param type the interface that it implements
   * @param name its class, with a constructor without parameters
   * @return the part, or nothing if this JVM was started without {@code jdk.incubator.vector}
   */
  public static <T> Optional<T> inVectors(Class<T> type, String name) {
    if (ModuleLayer.boot().findModule(VECTORS).isEmpty()) {
      return Optional.empty();
    }
    try {
      Constructor<?> made = Class.forName(name).getDeclaredConstructor();
      made.setAccessible(true);
      return Optional.of(type.cast(made.newInstance()));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the library must hold its own vectors", impossible);
    }
  }
}
