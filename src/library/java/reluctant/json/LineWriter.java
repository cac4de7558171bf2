package reluctant.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import reluctant.Arithmetic;
import reluctant.Require;

/**
 * Writes the one form of all files: lines of JSON, each an object that ends in a check sum of the
 * file up to there. The same bytes on each JDK. What {@link LineReader} would refuse is not
 * written.
 */
public final class LineWriter {

  /** Of the form. The first one, of version 0.1.0 of the library, had no check sums. */
  static final int VERSION = 2;

  /** How many bytes a line has at most. */
  static final int LONGEST = 1 << 20;

  /** How many characters a text has at most. */
  static final int LONGEST_TEXT = 1 << 24;

  /** How many numbers a file has at most: a gibibyte of doubles. */
  public static final int MOST_NUMBERS = 1 << 27;

  /** So many characters, six bytes each at most, or numbers make a line. */
  private static final int PIECE = 1 << 13;

  static final String SUM = ",\"sum\":\"";
  static final int SUM_BYTES = SUM.length() + 8 + 2;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  private static final Pattern DOUBLE =
      Pattern.compile("(?<![\\w.])-?\\d+\\.\\d+(E-?\\d+)?(?![\\w.])");

  /** What stands in a line. */
  @FunctionalInterface
  public interface Fields {

    /** Writes fields of the open object, at least one. */
    void write(JsonGenerator json) throws IOException;
  }

  private final OutputStream out;
  private final CRC32 sum;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /** Goes on with a file whose sum so far is given, which is modified. Each line is one write. */
  public LineWriter(OutputStream out, CRC32 sum) {
    this.out = out;
    this.sum = sum;
  }

  /** Writes the first line of each file: what it is, in a word, its form and its arithmetic. */
  public void begin(String format) throws IOException {
    line(
        json -> {
          json.writeStringField("format", format);
          json.writeNumberField("version", VERSION);
          json.writeNumberField("arithmetic", Arithmetic.VERSION);
        });
  }

  /**
   * Writes a line.
   *
   * @throws IllegalArgumentException if it is too long; then nothing of it is written
   */
  public void line(Fields fields) throws IOException {
    line.reset();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    if (line.size() + SUM_BYTES > LONGEST) {
      throw Require.refusal(
          format(
              "a line of a file must have at most %d bytes, use shorter texts. Received: %d",
              LONGEST, line.size() + SUM_BYTES));
    }
    byte[] body = line.toByteArray();
    int end = body.length - 1; // The sum stands before the closing bracket.
    sum.update(body, 0, end);
    byte[] tail = (SUM + hex(sum) + "\"}\n").getBytes(ISO_8859_1);
    sum.update(tail);
    line.reset();
    line.write(body, 0, end);
    line.write(tail);
    line.writeTo(out);
  }

  static String hex(CRC32 sum) {
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /**
   * Writes a text, in several lines if it is long.
   *
   * @throws IllegalArgumentException if it is too long for a file
   */
  public void text(String name, String text) throws IOException {
    if (text.length() > LONGEST_TEXT) {
      throw Require.refusal(
          format(
              "the %s of a file must have at most %d characters. Received: %d",
              name, LONGEST_TEXT, text.length()));
    }
    int start = 0;
    do {
      int from = start;
      int to = Math.min(text.length(), start + PIECE);
      line(
          json -> {
            json.writeStringField(name, text.substring(from, to));
            json.writeBooleanField("more", to < text.length());
          });
      start = to;
    } while (start < text.length());
  }

  /** Writes the Java that a value prints itself as, with numbers as each JDK writes them. */
  public void java(String java) throws IOException {
    text("line", onEachJdk(java));
  }

  /**
   * Returns the Java that a value prints itself as, with numbers as each JDK writes them: before
   * 19, some have more digits than they need.
   */
  public static String onEachJdk(String java) {
    return DOUBLE
        .matcher(java)
        .replaceAll(found -> NumberOutput.toString(Double.parseDouble(found.group()), true));
  }

  /** Makes sure that so many numbers can be read back, before the first is written. */
  public static void checkCount(long count) {
    if (count > MOST_NUMBERS) {
      throw Require.refusal(
          format("a file must have at most %d numbers. Received: %d", MOST_NUMBERS, count));
    }
  }

  /**
   * Writes numbers, in as many lines as they need.
   *
   * @throws IllegalArgumentException if there are too many for a file
   */
  public void numbers(String name, double[] numbers) throws IOException {
    checkCount(numbers.length);
    for (int start = 0; start < numbers.length; start += PIECE) {
      int from = start;
      int count = Math.min(numbers.length - start, PIECE);
      line(
          json -> {
            json.writeFieldName(name);
            json.writeArray(numbers, from, count);
          });
    }
  }
}
