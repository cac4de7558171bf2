package reluctant.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.Sequential;

/** What a path may lead to, and what stands there afterwards. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PlaceTest {

  private static final Network NETWORK = Sequential.of(1, new Dense(2)).initialize(1);

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("network.json");
  }

  @Test
  void aLinkStaysOneAndWhatItLeadsToIsWritten() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("inner/second"));
    Path second = Files.createSymbolicLink(inner.resolve("second"), Path.of("../network.json"));
    for (int i = 0; i < 2; i++) { // New at first, and then replaced.
      NETWORK.save(first);
      assertThat(first).isSymbolicLink();
      assertThat(second).isSymbolicLink();
      assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
      assertThat(Network.load(first)).isEqualTo(NETWORK);
    }
  }

  @Test
  void linksThatLeadToEachOtherAreRefused() throws IOException {
    Path other = Files.createSymbolicLink(folder.resolve("other"), file);
    Files.createSymbolicLink(file, other);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NETWORK.save(file))
        .withMessage(file + " must be a plain file. Received: links that lead to each other");
  }

  @Test
  void aNewFileHasTheModeOfNewFilesAndAnOldOneKeepsItsOwn() throws IOException {
    NETWORK.save(file);
    Path usual = Files.createFile(folder.resolve("usual"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    for (String mode : new String[] {"rw-rw-r--", "rw-------", "rwxr-x---"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      NETWORK.save(file);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(mode);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null", "/dev/zero", "/", "/tmp", "."})
  void whatIsNoPlainFileIsRefusedAndStays(String name) {
    Path place = Path.of(name);
    boolean wasFolder = Files.isDirectory(place);
    String end =
        " must be a plain file. Received: " + (wasFolder ? "a folder" : "a device or pipe");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NETWORK.save(place))
        .withMessage(name + end);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.load(place))
        .withMessage(name + end);
    assertThat(Files.isRegularFile(place)).isFalse();
    assertThat(Files.exists(place)).isTrue();
  }

  @Test
  @Timeout(60)
  void aPipeIsNotWaitedFor() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.load(file))
        .withMessageEndingWith("must be a plain file. Received: a device or pipe");
    assertThatIllegalArgumentException().isThrownBy(() -> NETWORK.save(file));
  }

  /** 200 MB of nested lists, of numbers and of zeros, in one line and with the right beginning. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "1.5,", "\0", "{\"a\":"})
  void aHugeLineIsRefusedBeforeItFillsTheMemory(String part) throws IOException {
    NETWORK.save(file);
    String beginning = Files.readString(file).replaceFirst("(?s)(parameters\":\\[).*", "$1");
    byte[] parts = part.repeat(1 << 18).getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(beginning.getBytes(UTF_8));
      for (int written = 0; written < 200_000_000; written += parts.length) {
        out.write(parts);
      }
    }
    assertThatThrownBy(() -> Network.load(file)).hasMessageContaining("line 3 is damaged");
    long before = allocated();
    assertThatThrownBy(() -> Network.load(file)).isInstanceOf(IllegalArgumentException.class);
    assertThat(allocated() - before).isLessThan(20_000_000);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @Test
  void whatLoadingWouldRefuseIsNotWritten() {
    LineWriter.checkCount(LineWriter.MOST_NUMBERS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineWriter.checkCount(LineWriter.MOST_NUMBERS + 1L))
        .withMessage("a file must have at most 134217728 numbers. Received: 134217729");
    var text = new char[(1 << 24) + 1];
    Arrays.fill(text, 'a');
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonFile.save("text", file, lines -> lines.text("it", new String(text))))
        .withMessage("the it of a file must have at most 16777216 characters. Received: 16777217");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                JsonFile.save(
                    "text",
                    file,
                    lines -> lines.line(json -> json.writeStringField("it", "\0".repeat(200_000)))))
        .withMessage(
            "a line of a file must have at most 1048576 bytes, use shorter texts."
                + " Received: 1200027");
    assertThat(file).doesNotExist();
  }
}
