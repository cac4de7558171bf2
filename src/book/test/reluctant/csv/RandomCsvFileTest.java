package reluctant.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.data.CsvFile;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.data.Problems;
import reluctant.nn.RandomStream;

/**
 * Files that are damaged in thousands of ways give what they say, by a reader written for this
 * test, or one sentence; and under a line that was made before, one sentence always.
 */
class RandomCsvFileTest {

  private static final String ODD = "\"',;\t|#\u0000\r\n .-+eEx5ü\uFEFF";

  @TempDir(factory = InTarget.class)
  private Path folder;

  /** A good file: two to four columns of numbers, a few rows. */
  private static String good(Random random) {
    int columns = 2 + random.nextInt(3);
    var text = new StringBuilder("a,b,c,d".substring(0, 2 * columns - 1)).append('\n');
    int rows = 1 + random.nextInt(6);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        text.append(number(random)).append(j == columns - 1 ? "\n" : ",");
      }
    }
    return text.toString();
  }

  private static String number(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> String.valueOf(random.nextInt(100) - 50);
      case 1 -> String.valueOf(random.nextGaussian());
      case 2 -> String.valueOf(random.nextGaussian() * 1e-300);
      default -> random.nextInt(9) + "." + random.nextInt(9) + "e" + random.nextInt(300);
    };
  }

  private static String line(String text, Random random) {
    String[] lines = text.split("\n", -1);
    return lines[random.nextInt(lines.length)];
  }

  private static String spliced(String text, Random random, String piece) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + piece + text.substring(at);
  }

  /** What harms nothing, in this order. */
  private static final List<BiFunction<String, Random, String>> HARMLESS =
      List.of(
          (text, random) -> text.replaceAll("([^,\n]+)", "\"$1\""),
          (text, random) -> text.replace(",", " , "),
          (text, random) -> text.replace("\n", "\n\n \n"),
          (text, random) -> text.replace("\n", random.nextBoolean() ? "\r\n" : "\r"),
          (text, random) -> text.stripTrailing(),
          (text, random) -> "\uFEFF" + text);

  /** What may. */
  private static final List<BiFunction<String, Random, String>> HARMFUL =
      List.of(
          (text, random) -> text.substring(0, random.nextInt(text.length())),
          (text, random) -> {
            char[] swapped = text.toCharArray();
            int one = random.nextInt(swapped.length);
            int other = random.nextInt(swapped.length);
            char kept = swapped[one];
            swapped[one] = swapped[other];
            swapped[other] = kept;
            return new String(swapped);
          },
          (text, random) -> spliced(text, random, ODD.substring(random.nextInt(ODD.length()))),
          (text, random) ->
              spliced(text, random, String.valueOf(ODD.charAt(random.nextInt(ODD.length())))),
          (text, random) -> text.replaceAll("(?m)^([^,]*),", "$1,$1,"),
          (text, random) -> text.replaceFirst(",", ";"),
          (text, random) -> text.replace(',', ";\t|".charAt(random.nextInt(3))),
          (text, random) -> spliced(text, random, "9".repeat(random.nextInt(400))),
          (text, random) -> spliced(text, random, "e999"),
          (text, random) -> text + line(text, random),
          (text, random) -> text.replace(line(text, random), ""),
          (text, random) -> "");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damagedFilesGiveWhatTheySayOrOneSentence(long seed) throws IOException {
    var random = new Random(seed);
    int taken = 0;
    int refused = 0;
    for (int trial = 0; trial < 700; trial++) {
      String text = good(random);
      for (int times = random.nextInt(3); times >= 0; times--) {
        var all = random.nextInt(4) == 0 ? HARMLESS : HARMFUL;
        text = text.isEmpty() ? text : all.get(random.nextInt(all.size())).apply(text, random);
      }
      byte[] bytes = text.getBytes(UTF_8);
      if (random.nextInt(8) == 0 && bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      boolean isTaken = isTakenRightly(bytes);
      taken += isTaken ? 1 : 0;
      refused += isTaken ? 0 : 1;
    }
    assertThat(List.of(taken, refused)).allMatch(count -> count > 100);
  }

  private boolean isTakenRightly(byte[] bytes) throws IOException {
    String name = InTarget.write(folder, "damaged.csv", bytes);
    String shown = new String(bytes, UTF_8);
    Problem problem;
    try {
      problem = CsvFile.of(name).inputs("b").targets("a");
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).as(shown).matches("[^\\n]+\\. Received: [^\\n]+");
      return false;
    }
    Dataset data = problem.draw(RandomStream.DATA.of(0));
    double[][] said = Said.of(bytes, "b", "a");
    assertThat(data.inputs().concatColumns(data.targets()).toArray2())
        .as(shown)
        .isDeepEqualTo(said);
    return true;
  }

  @Test
  void whatIsHarmlessIsUnderstood() throws IOException {
    var random = new Random(5);
    for (int trial = 0; trial < 500; trial++) {
      String text = good(random);
      double[][] expected = Said.of(text.getBytes(UTF_8), "b", "a");
      for (BiFunction<String, Random, String> change : HARMLESS) {
        text = random.nextBoolean() ? change.apply(text, random) : text;
      }
      String name = InTarget.write(folder, "odd.csv", text.getBytes(UTF_8));
      Dataset data = CsvFile.of(name).inputs("b").targets("a").draw(RandomStream.DATA.of(0));
      assertThat(data.inputs().concatColumns(data.targets()).toArray2())
          .as(text)
          .isDeepEqualTo(expected);
    }
  }

  @Test
  void aLineTakesNoDamagedFile() throws IOException {
    var random = new Random(6);
    for (int trial = 0; trial < 300; trial++) {
      byte[] bytes = good(random).getBytes(UTF_8);
      String name = InTarget.write(folder, "known.csv", bytes);
      String line = CsvFile.of(name).inputs("b").targets("a").toString();
      String sha256 = line.replaceAll(".*\"([0-9a-f]{64})\".*", "$1");
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      InTarget.write(folder, "known.csv", bytes);
      Problem known = Problems.csv(name, 1, sha256).inputs("b").targets("a");
      assertThat(catchThrowable(() -> known.draw(RandomStream.DATA.of(0))))
          .hasMessageStartingWith(name + " must be the file that its line was made of");
    }
  }

  /** What a file says, read letter by letter, by the rules of RFC 4180. */
  private static final class Said {

    static double[][] of(byte[] bytes, String... names) throws CharacterCodingException {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      List<List<String>> rows = rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
      rows.removeIf(row -> row.size() == 1 && row.get(0).isEmpty());
      List<String> header = rows.remove(0);
      return rows.stream()
          .map(
              row ->
                  Arrays.stream(names)
                      .mapToDouble(
                          name -> new BigDecimal(row.get(header.indexOf(name))).doubleValue())
                      .toArray())
          .toArray(double[][]::new);
    }

    private static List<List<String>> rows(String text) {
      var rows = new ArrayList<List<String>>();
      var row = new ArrayList<String>();
      var field = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i <= text.length(); i++) {
        char c = i == text.length() ? '\n' : text.charAt(i);
        if (c == '"' && (quoted || field.toString().isBlank())) {
          quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
          row.add(field.toString().strip());
          field.setLength(0);
          if (c != ',') {
            rows.add(List.copyOf(row));
            row.clear();
          }
        } else {
          field.append(c);
        }
      }
      return rows;
    }
  }
}
