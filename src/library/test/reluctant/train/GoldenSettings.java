package reluctant.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The settings of an object in a golden file, which are used up as they are read. */
final class GoldenSettings {

  private final ObjectNode left;

  GoldenSettings(JsonNode object) {
    left = object.isMissingNode() ? new ObjectMapper().createObjectNode() : object.deepCopy();
  }

  JsonNode take(String name) {
    JsonNode value = left.remove(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing in " + left);
    }
    return value;
  }

  String text(String name) {
    return take(name).asText();
  }

  double number(String name) {
    return take(name).asDouble();
  }

  double numberOr(String name, double missing) {
    JsonNode value = left.remove(name);
    return value == null || value.isNull() ? missing : value.asDouble();
  }

  void expectAllRead() {
    for (var setting : left.properties()) {
      JsonNode value = setting.getValue();
      boolean off = value.isNull() || value.asText().equals("false") || isZero(value);
      if (!off) {
        throw unknown("setting", setting.toString());
      }
    }
  }

  private static boolean isZero(JsonNode value) {
    return value.isNumber() && value.asDouble() == 0;
  }

  static IllegalArgumentException unknown(String what, String name) {
    return new IllegalArgumentException("no such " + what + " here: " + name);
  }
}
