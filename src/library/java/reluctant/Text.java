package reluctant;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text that is the same on every machine, whatever the language that it speaks. */
public final class Text {

  private Text() {}

  /**
   * Fills a format in, with the digits and the point of Java's source. {@code "..".formatted(..)}
   * would take those of the machine's language: {@code 0,5} in Turkish, other digits in Arabic.
   *
   * @param format what {@link java.util.Formatter} reads
   * @param values what it names, in order
   * @return the filled text
   */
  @FormatMethod
  public static String format(@FormatString String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
