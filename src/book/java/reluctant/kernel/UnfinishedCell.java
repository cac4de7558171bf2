package reluctant.kernel;

import static reluctant.Text.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reluctant.chart.DrawnText;

/** Where a cell ends too early. */
final class UnfinishedCell {
  static final String SAID = "This cell is not finished:";

  private static final int SHOWN = 60;

  /** Texts, characters and comments hold brackets that open nothing. */
  private static final Pattern MARKS =
      Pattern.compile(
          "\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|\"(?!\"\")(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'"
              + "|//[^\\n]*+|/\\*.*?\\*/|(?<open>[(\\[{]|\"\"\"|/\\*)|(?<close>[)\\]}])",
          Pattern.DOTALL);

  private UnfinishedCell() {}

  /** What is missing, as the end of a sentence. */
  static String place(String source) {
    Deque<Integer> open = new ArrayDeque<>();
    Matcher marks = MARKS.matcher(source);
    while (marks.find()) {
      if (marks.group("open") != null) {
        open.push(marks.start());
      } else if (marks.group("close") != null) {
        open.poll();
      }
      if (marks.group("open") != null && marks.group("open").length() > 1) {
        break; // The rest is a text or a comment.
      }
    }
    if (open.isEmpty()) {
      return format(
          "its last statement, `%s`, goes on, so write the rest of it.",
          line(source, source.length()));
    }
    int last = open.element();
    String mark =
        source.startsWith("\"\"\"", last)
            ? "\"\"\""
            : source.startsWith("/*", last) ? "/*" : source.substring(last, last + 1);
    return format("nothing closes the %s in `%s`, so close it.", mark, line(source, last));
  }

  private static String line(String source, int at) {
    int start = source.lastIndexOf('\n', at - 1) + 1;
    int end = source.indexOf('\n', at);
    String line = source.substring(start, end < 0 ? source.length() : end);
    return DrawnText.cut(line.strip(), SHOWN);
  }
}
