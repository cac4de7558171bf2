package reluctant.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** Files that are not what was written, although all their check sums are right. */
public final class Forged {

  private Forged() {}

  /** Changes what stands in the lines of a file, and makes the sums anew. */
  public static void change(Path file, UnaryOperator<String> change) throws IOException {
    String bodies = Files.readString(file).replaceAll(",\"sum\":\"\\w{8}\"}\n", "\n");
    write(file, change.apply(bodies).lines().map(body -> body.substring(1)).toList());
  }

  /** Writes lines with such fields. */
  public static void write(Path file, List<String> fields) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var lines = new LineWriter(bytes, new CRC32());
    for (String one : fields) {
      lines.line(json -> json.writeRaw(one));
    }
    Files.write(file, bytes.toByteArray());
  }
}
