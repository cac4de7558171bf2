package reluctant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static reluctant.data.Problems.absoluteValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.chart.Comparison;
import reluctant.claim.Claim;
import reluctant.kernel.Parameters;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

/** What is received may be any text, and a message holds it so that a terminal can show it. */
class MessagesTest {
  private static final Pattern MADE =
      Pattern.compile("new (\\w+Exception)\\((.*?)\\);", Pattern.DOTALL);
  private static final Pattern VARIES = Pattern.compile("%s|\" *\\+ *[\\w(]|[\\w)] *\\+ *\"");
  private static final Trial TRIAL =
      new Trial(
          Sequential.of(1, new Dense(1)),
          absoluteValue(4, 1),
          new Fit(new Adam(), Loss.MSE, 1, 4),
          0);

  @TempDir private Path folder;

  @Test
  void whatCannotBeSeenIsEscapedAndTheMiddleOfALongTextIsLeftOut() {
    assertThat(Require.told("units, ä, 𝛼, €: \"1\"")).isEqualTo("units, ä, 𝛼, €: \"1\"");
    assertThat(Require.told("\u001b[31m\0\n\r\t\u0085\u2028\u2029\u202e\u200b\ud800\u007f"))
        .isEqualTo(
            "\\u001b[31m\\u0000\\n\\u000d\\u0009\\u0085\\u2028\\u2029\\u202e\\u200b\\ud800\\u007f");
    assertThat(Require.told("a".repeat(900))).isEqualTo("a".repeat(900));
    assertThat(Require.told("a" + "𝛼".repeat(1_000_000) + "z"))
        .hasSizeLessThan(1000)
        .startsWith("a𝛼")
        .contains("𝛼 .. 𝛼")
        .endsWith("𝛼z");
  }

  /** Texts of 10 to 100,000 characters of all kinds, and one of a million. */
  static Stream<String> texts() {
    Random random = new Random(13);
    String odd = "\u001b\0\n\r\t\b\u0007\u0085\u2028\u202e\u2066\u200b\ud800%s{}\"'\\a 𝛼";
    return Stream.concat(
        Stream.of("\u001b]0;\u0007".repeat(250_000)),
        Stream.generate(
                () -> {
                  int size = (int) Math.pow(10, 1 + 4 * random.nextDouble());
                  var text = new StringBuilder("x");
                  for (int i = 0; i < size; i++) {
                    text.append(
                        random.nextBoolean()
                            ? odd.charAt(random.nextInt(odd.length()))
                            : (char) random.nextInt(0x10000));
                  }
                  return text.toString();
                })
            .limit(40));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyDoorTellsAHostileTextInOneShortLine(String text) throws IOException {
    Path file = folder.resolve("file");
    var json = new ObjectMapper();
    Map<String, Object> value = Map.of("type", text, "seed", text);
    List<String> files =
        List.of(
            text,
            json.writeValueAsString(text),
            json.writeValueAsString(Map.of("format", text)),
            json.writeValueAsString(Map.of("format", "trial", "version", text)),
            json.writeValueAsString(Map.of("format", "trial", "version", 1, "value", value)),
            "{\"" + text.replace("\"", "") + "\": 1, " + text);
    for (String content : files) {
      Files.writeString(file, content.replaceAll("\\p{Cs}", "?"));
      isToldShortly(() -> Trial.load(file));
      isToldShortly(() -> Network.load(file));
      isToldShortly(
          () -> Sweep.of(TRIAL).seeds(0, 1).file(file).outcomes(run -> text).named("text").run());
    }
    isToldShortly(() -> Trial.parse(text));
    isToldShortly(() -> Claim.of(text, text).measured(text).verdict(true));
    isToldShortly(() -> Parameters.check(text, 1, 2, 3));
    isToldShortly(() -> Comparison.of(text, text, new Rate(1, 2)).and(text, new Rate(1, 2)));
    isToldShortly(() -> Comparison.of(text, text, new Rate(1, 2)).rate(text + "?"));
  }

  private static void isToldShortly(ThrowingCallable door) {
    assertThat(catchThrowable(door))
        .isInstanceOf(RuntimeException.class)
        .message()
        .hasSizeLessThan(910)
        .matches("[^\\p{Cntrl}\\p{Cf}\\p{Cs}\\u0085\\u2028\\u2029]+");
  }

  @Test
  void everyMessageOfTheLibraryIsMadeByRequire() throws IOException {
    for (String folder : List.of("src/library/java", "src/book/java", "src/spark/java")) {
      for (Path file : sources(Path.of(folder))) {
        assertThat(raw(Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void aMessageThatIsMadeOtherwiseIsFound() {
    assertThat(raw("throw new IllegalArgumentException(\"a\");")).hasSize(1);
    assertThat(raw("throw new IllegalStateException(\"a\" + b);")).hasSize(1);
    assertThat(raw("throw new IllegalStateException(\n\"%s\".formatted(b), e);")).hasSize(1);
    assertThat(raw("throw new IllegalStateException(Require.told(\"a\" + b));")).isEmpty();
    assertThat(raw("throw new IllegalStateException(\"a\");")).isEmpty();
    assertThat(raw("throw new UncheckedIOException(e);")).isEmpty();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("Require.java"))
          .toList();
    }
  }

  private static Stream<String> raw(String java) {
    return MADE.matcher(java)
        .results()
        .filter(
            made ->
                made.group(1).equals("IllegalArgumentException")
                    || (VARIES.matcher(made.group(2)).find()
                        && !made.group(2).contains("Require.told(")))
        .map(MatchResult::group);
  }
}
