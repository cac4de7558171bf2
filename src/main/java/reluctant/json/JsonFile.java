package reluctant.json;

import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import reluctant.Require;

/**
 * A value in a JSON file that a person can read: {@code {"format", "version", "value"}}.
 *
 * <p>A file is written beside its place and then moved there, so that at any time there is the old
 * file or the new one, whole. Reading checks everything and gives a value or one sentence.
 */
public final class JsonFile {

  private static final int VERSION = 1;
  private static final long LARGEST = 1L << 28; // A quarter of a gibibyte.

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  /**
   * Writes a value, in place of what the file held before.
   *
   * @param value what is written
   * @param format what it is, in a word
   * @param file where to. Its folder must be there.
   * @throws IllegalArgumentException if the value holds something that is not the library's own
   * @throws UncheckedIOException if the file can't be written; then it is as before
   */
  public static void save(Object value, String format, Path file) {
    Require.present("value", value);
    Require.present("format", format);
    Require.present("file", file);
    var document = MAPPER.createObjectNode().put("format", format).put("version", VERSION);
    document.set("value", tree(value));
    try {
      writeAside(document, file.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(
          Require.told(file + " can't be written, choose a folder with room that is yours: " + e),
          e);
    }
  }

  /**
   * Returns a value as JSON.
   *
   * @param value what is written
   * @return the tree, the same for equal values
   * @throws IllegalArgumentException if the value holds something that is not the library's own
   */
  public static JsonNode tree(Object value) {
    Require.present("value", value);
    try {
      return JsonValues.write(value, value.getClass());
    } catch (ReflectiveOperationException e) {
      throw Require.refusal("only what the library has itself can be saved. Received: " + value, e);
    }
  }

  private static void writeAside(ObjectNode document, Path file) throws IOException {
    byte[] text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    Path aside = Leftovers.aside(file);
    Leftovers.sweep(file.resolveSibling(""));
    try {
      // A channel would refuse to write for an interrupted thread, which has a result to save.
      try (var out = new FileOutputStream(aside.toFile())) {
        out.write(text);
        out.getFD().sync();
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Reads a value.
   *
   * @param <T> its type
   * @param type its type
   * @param format what it must be, in a word
   * @param file where from
   * @return the value
   * @throws IllegalArgumentException if the file is missing, too large, damaged, of another format
   *     or of a newer version
   */
  public static <T> T load(Class<T> type, String format, Path file) {
    Require.present("type", type);
    Require.present("format", format);
    Require.present("file", file);
    JsonNode document = parse(file);
    String found = document.path("format").asText("none");
    if (!found.equals(format)) {
      throw Require.refusal(
          format("%s must be a file of the format %s. Received: %s", file, format, found));
    }
    JsonNode version = document.path("version");
    if (!version.isInt() || version.intValue() < 1 || version.intValue() > VERSION) {
      throw Require.refusal(
          format(
              "%s must have a version from 1 to %d, a newer library may read it. Received: %s",
              file, VERSION, version));
    }
    try {
      return value(type, document.path("value"));
    } catch (IllegalArgumentException e) {
      throw Require.refusal(file + " can't be used: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the value of a tree.
   *
   * @param <T> its type
   * @param type its type
   * @param tree what {@link #tree} gave
   * @return the value
   * @throws IllegalArgumentException if the tree is not that of such a value
   */
  public static <T> T value(Class<T> type, JsonNode tree) {
    Require.present("type", type);
    Require.present("tree", tree);
    try {
      return type.cast(Require.present("value", JsonValues.read(tree, type, "value")));
    } catch (ReflectiveOperationException e) {
      throw Require.refusal(e.toString(), e);
    }
  }

  private static JsonNode parse(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw Require.refusal(
            format("%s must have at most %d bytes. Received: %d", file, LARGEST, size));
      }
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw Require.refusal(file + " must be a file. Received: none there", e);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      String where = place == null ? "" : " at line " + place.getLineNr();
      throw Require.refusal(
          file + " is damaged" + where + ", use another copy: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw Require.refusal(file + " can't be read: " + e, e);
    }
  }
}
