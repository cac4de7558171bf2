package reluctant.csv;

import static reluctant.Text.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import reluctant.Require;
import reluctant.data.CsvFile;
import reluctant.data.CsvTable.Column;

/** Numbers as a file writes them. */
final class NumberText {

  private static final Pattern WITH_POINT = numbers("\\.");
  private static final Pattern WITH_COMMA = numbers(",");
  private static final Pattern NOTHING = Pattern.compile("[-+]?[0.,]+([eE].*)?");
  private static final Pattern NOT_FINITE = Pattern.compile("[-+]?(nan|inf|infinity)");
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "null", "none", "?", "-");

  private final CsvFile file;
  private final Pattern form;

  NumberText(CsvFile file) {
    this.file = file;
    form = file.hasDecimalComma() ? WITH_COMMA : WITH_POINT;
  }

  private static Pattern numbers(String mark) {
    return Pattern.compile(format("[-+]?(\\d+(%s\\d*)?|%s\\d+)([eE][-+]?\\d{1,9})?", mark, mark));
  }

  /** Returns the number that a text is. */
  double value(String text, long line, Column column) {
    if (!form.matcher(text).matches()) {
      throw refused("a number", cure(text, column), text, line, column);
    }
    double value = Double.parseDouble(text.replace(',', '.'));
    if (Double.isInfinite(value) || (value == 0 && !NOTHING.matcher(text).matches())) {
      String range = "0 or a number of a size from 4.9E-324 to 1.8E308";
      throw refused(range, "write it in another unit", text, line, column);
    }
    return value;
  }

  private String cure(String text, Column column) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (MISSING.contains(lower)) {
      return "write it or take the line out";
    }
    if (NOT_FINITE.matcher(lower).matches()) {
      return "write a finite one or take the line out";
    }
    if ((file.hasDecimalComma() ? WITH_POINT : WITH_COMMA).matcher(text).matches()) {
      return file.hasDecimalComma() ? "leave .decimalComma() out" : "say .decimalComma()";
    }
    return "correct it, or choose other columns, or .classes(\"" + column.name() + "\") for names";
  }

  private IllegalArgumentException refused(
      String what, String cure, String text, long line, Column column) {
    return Require.refusal(
        format(
            "%s must have %s in line %d, column %d \"%s\", %s. Received: %s",
            file.name(),
            what,
            line,
            column.number(),
            column.name(),
            cure,
            text.isEmpty() ? "nothing" : text));
  }
}
