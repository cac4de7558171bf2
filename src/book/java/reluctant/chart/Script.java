package reluctant.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.unbescape.html.HtmlEscape;
import reluctant.Require;

/**
 * The object literals that Tablesaw writes, read as JSON.
 *
 * <p>Tablesaw fills templates of JavaScript. In them a text between template quotes has its HTML
 * characters as entities and its backslashes and line ends as they are, while a text between JSON
 * quotes is JSON. Both are made JSON here, so that each says again what its author wrote.
 */
final class Script {
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private Script() {}

  /** The first object literal in a script whose template quotes are single quotes. */
  static ObjectNode object(String script) {
    return parse(script, '\'');
  }

  /** The first object literal in a script whose template quotes are double quotes. */
  static ObjectNode doublyQuoted(String script) {
    return parse(script, '"');
  }

  private static ObjectNode parse(String script, char templateQuote) {
    try {
      String json = toJson(script.substring(script.indexOf('{')), templateQuote);
      return LENIENT.readValue(json, ObjectNode.class);
    } catch (JsonProcessingException | StringIndexOutOfBoundsException e) {
      // Tablesaw quotes colours without a look at them: nothing else can go wrong here.
      throw Require.refusal(
          "the figure's colours must hold no quotes. Received a figure that has some", e);
    }
  }

  private static String toJson(String script, char templateQuote) {
    StringBuilder json = new StringBuilder(script.length());
    int i = 0;
    while (i < script.length()) {
      char c = script.charAt(i);
      if (c == templateQuote) {
        int end = script.indexOf(templateQuote, i + 1);
        json.append(TextNode.valueOf(HtmlEscape.unescapeHtml(script.substring(i + 1, end))));
        i = end + 1;
      } else if (c == '"') {
        int end = endOfJsonText(script, i);
        json.append(script, i, end);
        i = end;
      } else {
        json.append(c);
        i++;
      }
    }
    return json.toString();
  }

  private static int endOfJsonText(String script, int start) {
    int i = start + 1;
    while (script.charAt(i) != '"') {
      i += script.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
