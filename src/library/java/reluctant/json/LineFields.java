package reluctant.json;

import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * The fields of a line, taken in the order in which they were written. Whatever is not such a field
 * is refused, saying that the line is damaged.
 */
public final class LineFields {

  /** Takes one element of a list. */
  @FunctionalInterface
  private interface Element<T> {
    T take() throws IOException;
  }

  private final JsonParser json;
  private final long line;

  /** Begins with a line's object. */
  LineFields(JsonParser json, long line) throws IOException {
    this.json = json;
    this.line = line;
    expect(json.nextToken() == JsonToken.START_OBJECT);
  }

  /** Makes sure that the line ends in its sum, which was checked before. */
  void end() throws IOException {
    string("sum");
    expect(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null);
  }

  private void field(String name) throws IOException {
    expect(name.equals(json.nextFieldName()));
  }

  /** Takes a field that is a text. */
  String string(String name) throws IOException {
    field(name);
    expect(json.nextToken() == JsonToken.VALUE_STRING);
    return json.getText();
  }

  /** Takes a field that is an integer, from {@code least} to {@code most}. */
  public long integer(String name, long least, long most) throws IOException {
    field(name);
    json.nextToken();
    return integer(least, most);
  }

  private long integer(long least, long most) throws IOException {
    expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
    expect(json.getNumberType() != JsonParser.NumberType.BIG_INTEGER);
    long value = json.getLongValue();
    expect(value >= least && value <= most);
    return value;
  }

  /** Takes a field that is a list of texts. */
  public List<String> strings(String name) throws IOException {
    return list(
        name,
        () -> {
          expect(json.currentToken() == JsonToken.VALUE_STRING);
          return json.getText();
        });
  }

  /** Takes a field that is a list of integers. */
  public List<Long> integers(String name) throws IOException {
    return list(name, () -> integer(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /** Takes a field that is a list of lists of integers. */
  public List<List<Long>> integerLists(String name) throws IOException {
    return list(name, () -> list(() -> integer(Long.MIN_VALUE, Long.MAX_VALUE)));
  }

  private <T> List<T> list(String name, Element<T> element) throws IOException {
    field(name);
    json.nextToken();
    return list(element);
  }

  private <T> List<T> list(Element<T> element) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY);
    var list = new ArrayList<T>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.take());
    }
    return list;
  }

  /** Takes a field that is true or false. */
  boolean bool(String name) throws IOException {
    field(name);
    expect(json.nextToken().isBoolean());
    return json.getBooleanValue();
  }

  /** Takes a field of numbers, at least one, and returns how many there are now. */
  int numbers(String name, double[] numbers, int from) throws IOException {
    field(name);
    expect(json.nextToken() == JsonToken.START_ARRAY);
    int read = from;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(read < numbers.length);
      numbers[read] = number();
      read++;
    }
    expect(read > from);
    return read;
  }

  private double number() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return switch (json.getText()) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> throw damaged(line, null);
      };
    }
    expect(json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT);
    double value = json.getDoubleValue();
    // Digits beyond the range of a double would give these.
    expect(Double.isFinite(value) && (value != 0 || json.getText().matches("-?0\\.0")));
    return value;
  }

  /** Makes sure of something that the line says, or refuses it, saying that the line is damaged. */
  public void expect(boolean met) {
    if (!met) {
      throw damaged(line, null);
    }
  }

  static IllegalArgumentException damaged(long line, @Nullable Exception cause) {
    return Require.refusal(format("line %d is damaged, use another copy", line), cause);
  }
}
