package reluctant.csv;

import static reluctant.Text.format;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.data.CsvFile;

/** A file's bytes, and the text that they are. */
final class Content {

  private static final int MOST_BYTES = 1 << 25;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final byte[] bytes;
  private final Charset charset;

  private Content(byte[] bytes, Charset charset) {
    this.bytes = bytes;
    this.charset = charset;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not there, too large, or another one than it is known
   *     to be
   */
  static Content of(CsvFile file) {
    Charset charset = charset(file.encoding());
    var content = new Content(bytes(file.name()), charset);
    String found = content.sha256();
    if (!file.sha256().isEmpty() && !file.sha256().equals(found)) {
      throw Require.refusal(
          format(
              "%s must be the file that its line was made of, put that one there or make the line"
                  + " anew by CsvFile.of(\"%s\"). Received: one of SHA-256 %s in place of %s",
              file.name(), file.name(), found, file.sha256()));
    }
    return content;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw Require.refusal(
          "encoding must be one that this Java knows, such as windows-1252. Received: " + name, e);
    }
  }

  private static byte[] bytes(String name) {
    try {
      Path folder = Path.of("").toRealPath();
      Path place = folder.resolve(name).toRealPath();
      if (!place.startsWith(folder)) {
        throw refused(name, "a link to another folder", null);
      }
      if (!Files.isRegularFile(place)) {
        throw refused(name, Files.isDirectory(place) ? "a folder" : "a device or pipe", null);
      }
      // A channel would refuse to read for an interrupted thread.
      try (InputStream in = new FileInputStream(place.toFile())) {
        return checked(name, in.readNBytes(MOST_BYTES + 1), Files.size(place));
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      throw refused(name, "no such file there", e);
    } catch (IOException e) {
      throw refused(name, "one that can't be read, " + e.getClass().getSimpleName(), e);
    }
  }

  private static byte[] checked(String name, byte[] bytes, long size) {
    if (bytes.length > MOST_BYTES) {
      throw Require.refusal(
          format(
              "a CSV file must have at most %d bytes, keep fewer rows or columns. Received: %s with"
                  + " %d",
              MOST_BYTES, name, size));
    }
    return bytes;
  }

  private static IllegalArgumentException refused(
      String name, String found, @Nullable Throwable cause) {
    return Require.refusal(
        format(
            "%s must be a plain file in the folder that Java runs in, in a notebook its own, or"
                + " below, copy it there. Received: %s",
            name, found),
        cause);
  }

  /** Returns the SHA-256 of the bytes. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Each Java has it.
    }
  }

  /** Opens the text, which fails with an IOException where bytes are none. */
  Reader text() throws IOException {
    var in = new ByteArrayInputStream(bytes);
    var text = new PushbackReader(new InputStreamReader(in, charset.newDecoder()));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  /** Says where the first bytes are that are no text. */
  IllegalArgumentException undecoded(CsvFile file, Exception cause) {
    var decoder = charset.newDecoder();
    var text = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    decoder.decode(ByteBuffer.wrap(bytes), text, true);
    String[] lines = text.flip().toString().split("\r\n|\r|\n", -1);
    String last = lines[lines.length - 1];
    return Require.refusal(
        format(
            "%s must be text in %s, or say which encoding it was saved in, as"
                + " .encoding(\"windows-1252\"). Received: bytes that are none in line %d, column"
                + " %d, behind \"%s\"",
            file.name(),
            charset,
            lines.length,
            last.split(Pattern.quote(String.valueOf(file.separator())), -1).length,
            last),
        cause);
  }
}
