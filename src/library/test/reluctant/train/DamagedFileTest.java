package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.json.Forged;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.Sequential;

/** What is not a file of this library, to the byte, is refused in one sentence. */
class DamagedFileTest {

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("saved.json");
  }

  @Test
  void aFileOfDeepNestingIsRefused() throws IOException {
    Network network = Sequential.of(1, new Dense(2)).initialize(1);
    network.save(file);
    for (int depth : new int[] {150, 900, 2_000, 20_000}) {
      for (String deep :
          List.of(
              "[".repeat(depth),
              "[".repeat(depth) + "]".repeat(depth),
              "{\"a\": ".repeat(depth) + "1" + "}".repeat(depth))) {
        isRefused(bodies -> bodies.replace("\"parameters\":[", "\"parameters\":[" + deep));
      }
      String start = "2).kernelInitializer(" + "new NonNegativeStart(".repeat(depth);
      isRefused(bodies -> bodies.replace("2)", start));
    }
  }

  private void isRefused(UnaryOperator<String> change) throws IOException {
    byte[] before = Files.readAllBytes(file);
    Forged.change(file, change);
    assertThatThrownBy(() -> Network.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasSizeLessThan(1200);
    Files.write(file, before);
  }

  @Test
  void aTruncatedFileGivesOneSentenceWhereverItEnds() throws IOException {
    SavingTest.trials().findFirst().orElseThrow().save(file);
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length(); length += 7) {
      Files.writeString(file, whole.substring(0, length));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Trial.load(file))
          .withMessageNotContaining("\n");
    }
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 33);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.load(file))
        .withMessageContaining("must have at most 4294967296 bytes. Received: 8589934592");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"version\":2 | \"version\":3 | a newer library may read it. Received: 3",
        "\"version\":2 | \"version\":1 | it is of version 0.1.0 of this library",
        "\"version\":2 | \"version\":\"2\" | must be of version 2",
        "\"arithmetic\":3 | \"arithmetic\":1 | it is of arithmetic 1, which gives other bits, run",
        "\"arithmetic\":3 | \"arithmetic\":0 | line 1 is damaged",
        "\"network\" | \"trial\" | must be a file of the format network. Received: trial",
        "Dense | Dens | this word is unknown here",
        "Dense | Sequential | this word is unknown here",
        "Dense | java.lang.ProcessBuilder | this word is unknown here",
        "RELU | RELUX | this word is unknown here",
        "RELU | null | this word is unknown here",
        "Dense(2 | Dense(0 | units must be at least 1. Received: 0",
        "Dense(2 | Dense(2.5 | new Dense takes (int)",
        "Dense(2 | Dense(4294967297 | new Dense takes (int)",
        "Dense(2 | Dense(1 | line 3 is damaged",
        "Dense(2 | Dense(3 | it ends before its parameters",
        "Dense(2 | Dense(60000000 | it is too short for its 120000000 parameters",
        "Dense(2 | Dense(600000000 | a kernel must hold at most 134217728 numbers",
        "\"more\":false | \"more\":true | line 3 is damaged",
        "\"more\":false | \"more\":0 | line 2 is damaged",
        "\"more\":false | \"more\":false,\"further\":1 | line 2 is damaged",
        "\"more\":false | \"line\":\"\" | line 2 is damaged",
        "\"line\" | \"lime\" | line 2 is damaged",
        "\"parameters\":[ | \"parameters\":[true, | line 3 is damaged",
        "\"parameters\":[ | \"parameters\":[1, | line 3 is damaged",
        "\"parameters\":[ | \"parameters\":[\"x\", | line 3 is damaged",
        "\"parameters\":[ | \"parameters\":[1e999, | line 3 is damaged",
        "\"parameters\":[ | \"parameters\":[-1.0e400, | line 3 is damaged",
        "\"parameters\":[ | \"parameters\":[1.0e-400, | line 3 is damaged",
        "\"parameters\":[ | \"parameters\":[null, | line 3 is damaged",
      })
  void aDamagedFileGivesOneSentence(String from, String to, String message) throws IOException {
    Sequential.of(1, new Dense(2, Activation.RELU)).initialize(1).save(file);
    assertThat(Files.readString(file)).contains(from);
    Forged.change(file, bodies -> bodies.replace(from, to));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.load(file))
        .withMessageContaining(message)
        .withMessageNotContaining("\n")
        .withMessageStartingWith(file.toString());
  }

  /** A file of version 0.1.0 of the library, as far as it matters. */
  @Test
  void aFileOfTheFirstFormIsRefused() throws IOException {
    String old =
        "{\n  \"format\" : \"%s\",\n  \"version\" : 1,\n  \"value\" : {\n    \"type\" : \"x\"";
    Files.writeString(file, old.formatted("network"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.load(file))
        .withMessage(
            file
                + " can't be used: it is of version 0.1.0 of this library, whose files had no check"
                + " sums, run again what made it and name a new file");
    Files.writeString(file, old.formatted("trial"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trial.load(file))
        .withMessageContaining("it is of version 0.1.0 of this library");
  }

  @Test
  void linesThatAreMissingMovedOrTwiceThereAreNoticed() throws IOException {
    SavingTest.trials().findFirst().orElseThrow().save(file);
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      var without = new ArrayList<>(lines);
      without.remove(i);
      var twice = new ArrayList<>(lines);
      twice.add(i, lines.get(i));
      var moved = new ArrayList<>(without);
      moved.add((i + 1) % lines.size(), lines.get(i));
      for (List<String> changed : List.of(without, twice, moved)) {
        Files.write(file, changed);
        assertThatIllegalArgumentException().isThrownBy(() -> Trial.load(file));
      }
    }
  }
}
