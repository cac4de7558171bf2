package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.sweep.Trials.interruptAfter;
import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.diagnose.Halves;
import reluctant.train.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/** A sweep taken up from its file ends as if it had never been stopped. */
class SweepFileTest {

  @TempDir Path folder;
  private Path file = Path.of("");
  private Sweep sweep = Sweep.of(tiny());

  @BeforeEach
  void name() {
    file = folder.resolve("sweep.jsonl");
    sweep = Sweep.of(trial(1)).seeds(-10, 300).threads(2).file(file);
  }

  private static String counted(Sweep sweep) {
    var outcomes = sweep.outcomes(Trials::fingerprint).run();
    return outcomes + " " + outcomes.outcomes().stream().map(outcomes::examples).toList();
  }

  private String alone(long seeds) {
    return counted(Sweep.of(trial(1)).seeds(-10, seeds));
  }

  @Test
  void theFileHasALineForEachPartAndIsTheSameOnAnyThreads() throws IOException {
    assertThat(counted(sweep)).isEqualTo(alone(300));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 6);
    assertThat(lines.get(0)).startsWith("{\"format\":\"sweep\",\"version\":1,\"firstSeed\":-10,");
    assertThat(lines.get(2)).startsWith("{\"part\":1,\"counts\":{\"0\":");
    Path other = folder.resolve("other.jsonl");
    counted(sweep.threads(1).file(other));
    assertThat(other).hasSameTextualContentAs(file);
  }

  @Test
  void whereverTheFileEndsItIsTakenUp() throws IOException {
    counted(sweep);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length += 1 + length / 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(counted(sweep)).isEqualTo(alone(300));
      assertThat(file).hasBinaryContent(whole);
    }
  }

  @Test
  void anInterruptedSweepIsTakenUp() throws IOException {
    var partial = sweep.outcomes(Trials::fingerprint).run(interruptAfter(100));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(partial.isPartial()).isTrue();
    String kept = Files.readString(file);
    assertThat(counted(sweep)).isEqualTo(alone(300));
    assertThat(Files.readString(file)).startsWith(kept);
  }

  @Test
  void moreSeedsMayBeAskedFor() {
    assertThat(counted(sweep.seeds(-10, 100))).isEqualTo(alone(100));
    assertThat(counted(sweep.seeds(-10, 300))).isEqualTo(alone(300));
  }

  @Test
  void fewerSeedsAreReadIfALineEndsThere() throws IOException {
    counted(sweep);
    byte[] whole = Files.readAllBytes(file);
    assertThat(counted(sweep.seeds(-10, 10 + 64))).isEqualTo(alone(10 + 64));
    assertThatThrownBy(() -> counted(sweep.seeds(-10, 50)))
        .hasMessageEndingWith("line 3 has more seeds than are asked for now");
    assertThat(file).hasBinaryContent(whole);
  }

  @Test
  void aSweepThatStopsWhenSureStopsAtTheSameTrial() {
    var sure = Sweep.of(tiny()).seeds(0, 10_000).stopWhenNarrowerThan(0.1);
    var alone = sure.outcomes(Trials::oftenTrue).run();
    var once = sure.file(file).outcomes(Trials::oftenTrue).run();
    var twice = sure.file(file).outcomes(Trials::oftenTrue).run();
    assertThat(once.toString()).isEqualTo(alone.toString());
    assertThat(twice.toString()).isEqualTo(alone.toString());
    assertThat(twice.end()).isEqualTo(End.NARROW_ENOUGH);
  }

  @Test
  void aGridIsTakenUp() throws IOException {
    var rates = List.of(0.1, 0.01);
    var grid =
        Sweep.of(trial(1))
            .seeds(0, 70)
            .file(file)
            .over("rate", rates, (t, r) -> t.fit(new Fit(new Adam(r), Loss.MSE, 1, 8)))
            .outcomes(Trials::fingerprint);
    String first = grid.run().toString();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 40));
    assertThat(grid.run()).hasToString(first);
    assertThat(file).hasBinaryContent(whole);
    assertThatThrownBy(
            () ->
                Sweep.of(trial(1))
                    .seeds(0, 70)
                    .file(file)
                    .over("rate", rates, (t, r) -> t.fit(new Fit(new Adam(r), Loss.MSE, 2, 8)))
                    .outcomes(Trials::fingerprint)
                    .run())
        .hasMessageEndingWith("which is of a sweep that differs in its cells");
  }

  @Test
  void namesInAnyScriptAreTakenUp() {
    var grid =
        Sweep.of(tiny())
            .file(file)
            .over("\u5b66\u4e60\u7387".repeat(1000), List.of(1), Trial::epochs)
            .outcomes(Trials::fingerprint);
    assertThat(grid.run()).hasToString(grid.run().toString());
  }

  private static String name(Run run) {
    return "a \"name\"\n" + Trials.fingerprint(run);
  }

  @Test
  void outcomesOfEachKindComeBack() throws IOException {
    assertComesBack(run -> Trials.oftenTrue(run) ? Halves.LEFT : Halves.BOTH);
    assertComesBack(SweepFileTest::name);
    assertComesBack(Trials::oftenTrue);
    assertComesBack(run -> (long) Trials.fingerprint(run));
    assertComesBack(run -> Trials.fingerprint(run) / 3.0);
    assertThatThrownBy(() -> assertComesBack(run -> 'c'))
        .hasMessage(
            "outcomes must be enums, strings, booleans, ints, longs or doubles to go to a file,"
                + " return toString() of others. Received: c, a Character");
  }

  private <O extends Comparable<? super O>> void assertComesBack(Rule<O> rule) throws IOException {
    Files.deleteIfExists(file);
    var outcomes = sweep.outcomes(rule).run();
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, String.join("\n", lines.subList(0, 4)) + "\n");
    var again = sweep.outcomes(rule).run();
    assertThat(again).hasToString(outcomes.toString());
    assertThat(Files.readAllLines(file)).isEqualTo(lines);
  }

  private void assertRefused(Runnable run, String end) throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(run::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("file must be ")
        .hasMessageContaining("Received: " + file)
        .hasMessageEndingWith(end)
        .hasMessageNotContaining("\n");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void theFileOfAnotherSweepIsRefused() throws IOException {
    counted(sweep);
    Sweep other = Sweep.of(trial(2)).seeds(-10, 300).file(file);
    assertRefused(() -> counted(other), "which is of a sweep that differs in its trial");
    assertRefused(
        () -> counted(sweep.seeds(-11, 300)), "which is of a sweep that differs in its firstSeed");
    var grid = sweep.over("epochs", List.of(1, 2), Trial::epochs).outcomes(Trials::fingerprint);
    assertRefused(grid::run, "which is of a sweep that differs in its seeds");
    Files.delete(file);
    grid.run();
    assertRefused(() -> counted(sweep), "which is of a sweep of a grid");
    Files.delete(file);
    counted(sweep);
    assertRefused(
        () -> sweep.outcomes(run -> (Trials.fingerprint(run) + 1) % 7).run(), "for seed -10");
    assertRefused(() -> sweep.outcomes(Trials::oftenTrue).run(), "which is no Boolean");
    assertRefused(() -> sweep.outcomes(Halves::of).run(), "which is no Halves");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"part\":2 | \"part\":3 | line 4 is damaged",
        "\"part\":2 | \"part\":\"2\" | line 4 is damaged",
        "{\"part\":2 | [\"part\":2 | line 4 is damaged",
        "{\"part\":2 | {} | line 4 is damaged",
        "{\"part\":2 | {\"part\":2,\"part\":2 | line 4 is damaged",
        "\"part\":2,\"counts\":{\"0\": | \"part\":2,\"counts\":{\"0\":9 | line 4 is damaged",
        "\"part\":2,\"counts\":{\"0\": | \"part\":2,\"counts\":{\"0\":- | line 4 is damaged",
        "\"part\":2,\"counts\":{\"0\": | \"part\":2,\"counts\":{\"x\": | line 4 is damaged",
        "\"format\":\"sweep\" | \"format\":\"trial\" | which is not the file of a sweep",
        "\"version\":1 | \"version\":2 | which is of a sweep that differs in its version",
        "{\"format\" | \"format\" | which is not the file of a sweep",
      })
  void aDamagedFileIsRefused(String from, String to, String end) throws IOException {
    counted(sweep);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
    assertRefused(() -> counted(sweep), end);
  }

  @Test
  void foreignFilesAreRefused() throws IOException {
    Files.writeString(file, "Dear diary");
    assertRefused(() -> counted(sweep), "which is not the file of a sweep");
    Files.write(file, new byte[1 << 20]);
    assertRefused(() -> counted(sweep), "line 1 is too long");
    assertThatThrownBy(() -> counted(sweep.file(folder)))
        .hasMessageStartingWith("file must be one in a folder that is there and yours. Received: ");
    assertThatThrownBy(() -> counted(sweep.file(folder.resolve("none").resolve("sweep.jsonl"))))
        .hasMessageStartingWith("file must be one in a folder that is there and yours. Received: ");
  }

  @Test
  void aTrialOfOnesOwnPartsIsRefusedBeforeAnythingIsWritten() {
    Loss mine =
        new Loss() {
          @Override
          public double value(double target, double prediction) {
            return 0;
          }

          @Override
          public double slope(double target, double prediction) {
            return 0;
          }
        };
    var own = Sweep.of(tiny().fit(new Fit(new Adam(), mine, 1, 1))).file(file);
    assertThatThrownBy(() -> counted(own))
        .hasMessageStartingWith("only what the library has itself can be saved. Received: ");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileInUseIsRefused() {
    Rule<String> rule =
        run -> {
          counted(sweep);
          return "never";
        };
    assertThatThrownBy(() -> sweep.threads(1).outcomes(rule).run())
        .hasMessageContaining(
            "file must not be in use, wait for the other sweep to end. Received:");
  }
}
