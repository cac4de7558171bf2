package reluctant.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import reluctant.Arithmetic;
import reluctant.Require;

/**
 * Reads what {@link LineWriter} writes, line by line, and takes nothing for granted: what is not
 * that, to the byte, is refused, saying in which line. It never holds more than a line and what was
 * asked for.
 */
public final class LineReader {

  private static final int HEAD = 256;
  private static final Pattern FIRST =
      Pattern.compile(
          "\\s*\\{\\s*\"format\"\\s*:\\s*\"(\\w+)\"(\\s*,\\s*\"version\"\\s*:\\s*(\\d+))?.*",
          Pattern.DOTALL);

  /** What stands in a line. */
  @FunctionalInterface
  public interface Fields<T> {

    /**
     * Takes fields in the order in which they were written, up to the last, and returns what they
     * give.
     */
    T take(LineFields line) throws IOException;
  }

  private final BufferedInputStream in;
  private final long size;
  private final CRC32 sum;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private byte[] line = new byte[0];
  private long number;
  private long end;

  /** Reads a file of at most so many bytes from its beginning. */
  public LineReader(InputStream in, long size) {
    this(in, size, 0, new CRC32());
  }

  /**
   * Reads a file whose first lines are known: how many stood before, and the sum of them, which is
   * modified.
   */
  public LineReader(InputStream in, long size, long before, CRC32 sum) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.size = size;
    this.sum = sum;
    number = before;
  }

  /** Returns which line of the file was read last, from 1. */
  public long number() {
    return number;
  }

  /**
   * Returns where the last whole line that was read ends, in bytes from where the reading started.
   */
  public long end() {
    return end;
  }

  /**
   * Reads the first line of a file.
   *
   * @throws IllegalArgumentException if it is something else, of another form or another arithmetic
   */
  public void begin(String format) throws IOException {
    in.mark(HEAD);
    Matcher first = FIRST.matcher(new String(in.readNBytes(HEAD), ISO_8859_1));
    in.reset();
    String found = first.matches() ? first.group(1) : "none";
    if (!found.equals(format)) {
      throw Require.refusal(
          format("it must be a file of the format %s. Received: %s", format, found));
    }
    checkForm(String.valueOf(first.group(3)));
    long arithmetic =
        line(
            "first line",
            line -> {
              line.string("format");
              line.integer("version", LineWriter.VERSION, LineWriter.VERSION);
              return line.integer("arithmetic", 1, Integer.MAX_VALUE);
            });
    if (arithmetic != Arithmetic.VERSION) {
      throw Require.refusal(
          format(
              "it is of arithmetic %d, which gives other bits, run again what made it."
                  + " This library has arithmetic %d",
              arithmetic, Arithmetic.VERSION));
    }
  }

  private static void checkForm(String version) {
    if (version.equals("1")) {
      throw Require.refusal(
          "it is of version 0.1.0 of this library, whose files had no check sums, run again what made"
              + " it and name a new file");
    }
    if (!version.equals(String.valueOf(LineWriter.VERSION))) {
      throw Require.refusal(
          format(
              "it must be of version %d of this form, a newer library may read it. Received: %s",
              LineWriter.VERSION, version));
    }
  }

  /** Reads a line, called {@code what} in messages, and returns what its fields give. */
  public <T> T line(String what, Fields<T> fields) throws IOException {
    if (!next()) {
      throw Require.refusal(format("it ends before its %s, use another copy", what));
    }
    return fields(fields);
  }

  /** Takes the fields of the line at hand, and returns what they give. */
  public <T> T fields(Fields<T> fields) throws IOException {
    try (JsonParser json = LineWriter.JSON.createParser(line)) {
      var taken = new LineFields(json, number);
      T value = fields.take(taken);
      taken.end();
      return value;
    } catch (JsonProcessingException e) {
      throw LineFields.damaged(number, e);
    }
  }

  /**
   * Goes on to the next whole line, and says whether there is one. What may follow the last is no
   * line, and does not count.
   *
   * @throws IllegalArgumentException if it is not as it was written
   */
  public boolean next() throws IOException {
    bytes.reset();
    int one = in.read();
    while (one >= 0 && one != '\n' && bytes.size() < LineWriter.LONGEST) {
      bytes.write(one);
      one = in.read();
    }
    number++;
    if (one >= 0 && one != '\n') {
      throw LineFields.damaged(number, null);
    }
    if (one < 0) {
      return false;
    }
    line = bytes.toByteArray();
    checkSum();
    end += line.length + 1L;
    return true;
  }

  private void checkSum() {
    int start = Math.max(0, line.length - LineWriter.SUM_BYTES);
    sum.update(line, 0, start);
    String tail = LineWriter.SUM + LineWriter.hex(sum) + "\"}";
    if (!tail.equals(new String(line, start, line.length - start, ISO_8859_1))) {
      throw LineFields.damaged(number, null);
    }
    sum.update((tail + "\n").getBytes(ISO_8859_1));
  }

  /** Makes sure that nothing follows. */
  void end(String what) throws IOException {
    if (in.read() >= 0) {
      throw Require.refusal(format("it goes on after its %s, use another copy", what));
    }
  }

  /** Reads a text of any length. */
  public String text(String name) throws IOException {
    var text = new StringBuilder();
    boolean more = true;
    while (more) {
      more =
          line(
              name,
              line -> {
                text.append(line.string(name));
                return line.bool("more");
              });
      expect(text.length() <= LineWriter.LONGEST_TEXT);
    }
    return text.toString();
  }

  /**
   * Reads so many numbers.
   *
   * @throws IllegalArgumentException if they are too many for the file or for the memory
   */
  public double[] numbers(String name, long count) throws IOException {
    expect(count >= 0 && count <= LineWriter.MOST_NUMBERS);
    if (2 * count > size - end) { // Each has at least two bytes.
      throw Require.refusal(format("it is too short for its %d %s, use another copy", count, name));
    }
    long needed = 4 * 2 * Double.BYTES * count / 3; // Once here, once in what is made of them.
    if (needed > Runtime.getRuntime().maxMemory()) {
      throw Require.refusal(
          format(
              "it needs %d MB of memory for its %d %s, start Java with -Xmx%1$dm or more",
              (needed >> 20) + 1, count, name));
    }
    var numbers = new double[(int) count];
    int read = 0;
    while (read < count) {
      int from = read;
      read = line(name, line -> line.numbers(name, numbers, from));
    }
    return numbers;
  }

  /** Makes sure of something that the file says, or refuses it, saying that the line is damaged. */
  public void expect(boolean met) {
    if (!met) {
      throw LineFields.damaged(number, null);
    }
  }
}
