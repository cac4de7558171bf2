package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a figure carries them: short, finite or null.
 *
 * <p>A number keeps six significant digits, or as many as show six digits of the spread of the
 * array that it stands in, so that 166,875.3001 to 166,875.3002 is still a slope. Whole numbers
 * stay exact. NaN and infinities become null, a gap in a line.
 */
public final class JsonNumbers {
  private static final int DIGITS = 6;
  private static final double EXACT = 1L << 53;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern NO_NUMBER = Pattern.compile("[+-]?(NaN|Infinity)|null");

  private JsonNumbers() {}

  /** Writes numbers, each with the digits that the whole array needs. */
  public static ArrayNode array(double... values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.length);
    int digits = digits(values);
    for (double value : values) {
      array.add(number(value, digits));
    }
    return array;
  }

  static ArrayNode matrix(double[][] rows) {
    ArrayNode matrix = JsonNodeFactory.instance.arrayNode(rows.length);
    for (double[] row : rows) {
      matrix.add(array(row));
    }
    return matrix;
  }

  static JsonNode number(double value) {
    return number(value, DIGITS);
  }

  /** The numbers in an array of numbers or of texts that are numbers, or null if one is not. */
  static double @Nullable [] read(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode element = array.get(i);
      if (!isNumber(element)) {
        return null;
      }
      values[i] = read(element.asText());
    }
    return values;
  }

  static boolean isNumber(JsonNode node) {
    String text = node.asText();
    return node.isNumber()
        || node.isNull()
        || (node.isTextual()
            && (NUMBER.matcher(text).matches() || NO_NUMBER.matcher(text).matches()));
  }

  static double read(String text) {
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static JsonNode number(double value, int digits) {
    if (!Double.isFinite(value)) {
      return NullNode.instance;
    }
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      return whole((long) value);
    }
    double rounded = new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    return rounded == Math.rint(rounded) && Math.abs(rounded) < EXACT
        ? whole((long) rounded)
        : DoubleNode.valueOf(rounded);
  }

  private static JsonNode whole(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  private static int digits(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (finite.length == 0) {
      return DIGITS;
    }
    double low = finite[0];
    double high = finite[finite.length - 1];
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (high == low || size == 0) {
      return DIGITS;
    }
    int lost = (int) Math.ceil(Math.log10(size / (high - low)));
    return Math.min(DIGITS + Math.max(0, lost), 15);
  }
}
