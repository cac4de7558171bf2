package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/**
 * Texts as plotly must receive them to draw just what they say.
 *
 * <p>Plotly reads a small HTML in nearly every text: titles, names, categories, hover and tick
 * texts. So {@code &}, {@code <} and {@code >} become entities, which plotly draws as the
 * characters. In some it also replaces {@code %{name}} by a value, so that this brace becomes an
 * entity too, but for the templates that are meant so. A line end becomes a line break, other
 * control characters and halves of surrogate pairs become the replacement character. What is too
 * long for a label is cut.
 */
public final class DrawnText {
  private static final char REPLACEMENT = '\uFFFD';

  /** Longer texts leave no room for a figure. */
  private static final int LONGEST = 1000;

  private static final Set<String> TEMPLATES = Set.of("hovertemplate", "texttemplate");

  private DrawnText() {}

  /** A copy with every text in it made safe. Field names are Tablesaw's or ours and stay. */
  static JsonNode safe(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(safe(node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
      node.forEach(element -> copy.add(safe(element)));
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        boolean template = TEMPLATES.contains(field.getKey()) && field.getValue().isTextual();
        copy.set(
            field.getKey(),
            template
                ? TextNode.valueOf(escaped(field.getValue().textValue()))
                : safe(field.getValue()));
      }
      return copy;
    }
    return node;
  }

  static String safe(String text) {
    return escaped(text).replace("%{", "%&#123;");
  }

  /**
   * A text inside a template, where an entity would be escaped once more: nothing is seen of it.
   */
  static String untemplated(String text) {
    return text.replace("%{", "%\u2060{");
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    whole(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '\n' -> safe.append("<br>");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /**
   * Returns the same text without what cannot be drawn or written as UTF-8.
   *
   * @param text of any origin
   * @return the text with U+FFFD for control characters and halves of surrogate pairs, with a space
   *     for a tab, cut to 1000 characters
   */
  public static String whole(String text) {
    return cut(text, LONGEST);
  }

  /**
   * Returns the same text, whole, in at most this many characters.
   *
   * @param text of any origin
   * @param most the number of characters, the ellipsis of a longer text among them
   * @return the text or its beginning
   */
  public static String cut(String text, int most) {
    String lines = text.replace("\r\n", "\n").replace('\t', ' ');
    boolean tooLong = lines.codePointCount(0, lines.length()) > most;
    StringBuilder whole = new StringBuilder();
    lines
        .codePoints()
        .limit(tooLong ? most - 1 : most)
        .map(c -> isDrawn(c) ? c : REPLACEMENT)
        .forEach(whole::appendCodePoint);
    return tooLong ? whole.append('…').toString() : whole.toString();
  }

  /** The same text in lines of at most this width, broken between words. */
  static String broken(String text, int width) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split(" ", -1)) {
      if (column > 0 && column + word.length() >= width) {
        lines.append('\n');
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
      }
      lines.append(word);
      column =
          word.contains("\n") ? word.length() - word.lastIndexOf('\n') : column + word.length() + 1;
    }
    return lines.toString();
  }

  private static boolean isDrawn(int codePoint) {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return codePoint == '\n' || !(half || Character.isISOControl(codePoint));
  }
}
