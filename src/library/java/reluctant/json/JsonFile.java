package reluctant.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static reluctant.Text.format;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import reluctant.Require;

/**
 * A value in a file of lines that a person can read, see {@link LineWriter}.
 *
 * <p>A file is written beside its place and then moved there, so that at any time there is the old
 * file or the new one, whole. Reading checks everything and gives a value or one sentence.
 */
public final class JsonFile {

  /** As long as a file of as many numbers as there may be, of 26 characters each. */
  private static final long LARGEST = 1L << 32;

  /** What is written. */
  @FunctionalInterface
  public interface Content {

    /** Writes all lines after the first. */
    void write(LineWriter lines) throws IOException;
  }

  /** What is read. */
  @FunctionalInterface
  public interface Reading<T> {

    /** Reads all lines after the first. */
    T read(LineReader lines) throws IOException;
  }

  private JsonFile() {}

  /**
   * Writes a value, in place of what the file held before. A link stays one: what it leads to is
   * written. A new file gets the mode that new files get, an old one keeps its own.
   *
   * @param format what it is, in a word
   * @param file where to. Its folder must be there.
   * @param content the value
   * @throws IllegalArgumentException if the value can't be written, or the place is no plain file's
   * @throws UncheckedIOException if the file can't be written; then it is as before
   */
  public static void save(String format, Path file, Content content) {
    Path place = Place.ofPlainFile(Require.present("file", file));
    try {
      writeAside(format, place, content);
    } catch (IOException e) {
      throw new UncheckedIOException(
          Require.told(file + " can't be written, choose a folder with room that is yours: " + e),
          e);
    }
  }

  private static void writeAside(String format, Path place, Content content) throws IOException {
    Path aside = Leftovers.aside(place);
    Leftovers.sweep(place.resolveSibling(""));
    try {
      // A channel would refuse to write for an interrupted thread, which has a result to save.
      try (var file = new FileOutputStream(aside.toFile());
          var out = new BufferedOutputStream(file, 1 << 16)) {
        var lines = new LineWriter(out, new CRC32());
        lines.begin(format);
        content.write(lines);
        out.flush();
        file.getFD().sync();
      }
      Place.keepMode(place, aside);
      Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Reads a value.
   *
   * @param <T> its type
   * @param format what it must be, in a word
   * @param file where from
   * @param reading makes the value
   * @return the value
   * @throws IllegalArgumentException if the file is missing, too large, damaged, of another format,
   *     version or arithmetic
   */
  public static <T> T load(String format, Path file, Reading<T> reading) {
    Place.checkPlainFile(Require.present("file", file));
    try (InputStream in = new FileInputStream(file.toFile())) {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw Require.refusal(format("it must have at most %d bytes. Received: %d", LARGEST, size));
      }
      return read(format, in, size, reading);
    } catch (IllegalArgumentException e) {
      throw Require.refusal(file + " can't be used: " + e.getMessage(), e);
    } catch (IOException e) {
      throw Require.refusal(file + " can't be read: " + e, e);
    }
  }

  private static <T> T read(String format, InputStream in, long size, Reading<T> reading)
      throws IOException {
    var lines = new LineReader(in, size);
    lines.begin(format);
    T value = reading.read(lines);
    lines.end(format);
    return value;
  }

  /** Returns what a file would hold, to be sent: all lines. */
  public static String text(String format, Content content) {
    var bytes = new ByteArrayOutputStream();
    try {
      var lines = new LineWriter(bytes, new CRC32());
      lines.begin(format);
      content.write(lines);
      return bytes.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory can be written.
    }
  }

  /**
   * Returns the value of what {@link #text} gave.
   *
   * @throws IllegalArgumentException if it is damaged, or something else
   */
  public static <T> T value(String format, String text, Reading<T> reading) {
    byte[] bytes = text.getBytes(UTF_8);
    try {
      return read(format, new ByteArrayInputStream(bytes), bytes.length, reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory can be read.
    }
  }
}
