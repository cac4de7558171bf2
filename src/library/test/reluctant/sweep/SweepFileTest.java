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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reluctant.examples.Halves;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/** A sweep taken up from its file ends as if it had never been stopped. */
class SweepFileTest {

  /** The lines before those of the parts. */
  private static final int HEADER = 5;

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
    assertThat(lines).hasSize(HEADER + 6);
    assertThat(lines.get(0)).startsWith("{\"format\":\"sweep\",\"version\":2,\"arithmetic\":3,");
    assertThat(lines.get(1)).startsWith("{\"rule\":\"Trials::fingerprint\",");
    assertThat(lines.get(2)).startsWith("{\"firstSeed\":-10,\"axes\":0,\"seeds\":0,");
    assertThat(lines.get(3)).startsWith("{\"line\":\"" + trial(1).line() + "\",");
    assertThat(lines.get(HEADER + 1)).startsWith("{\"part\":1,\"outcomes\":[\"0\",\"1\",");
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
        .hasMessageEndingWith("line 7 has more seeds than are asked for now");
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
    assertComesBack(run -> "half a \ud83d".substring(Trials.fingerprint(run)) + "\ud83d\ude00\0");
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
    var outcomes = sweep.outcomes(rule).named("a rule").run();
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, String.join("\n", lines.subList(0, HEADER + 3)) + "\n");
    var again = sweep.outcomes(rule).named("a rule").run();
    assertThat(again).hasToString(outcomes.toString());
    assertThat(Files.readAllLines(file)).isEqualTo(lines);
  }

  @Test
  void anOutcomeThatIsTooLongIsRefusedBeforeItIsWritten() throws IOException {
    Rule<String> longer = run -> "a".repeat(run.trial().seed() < 54 ? 3 : 2_000_000);
    assertThatThrownBy(() -> sweep.threads(1).outcomes(longer).named("longer").run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a line of a file must have at most 1048576 bytes");
    String kept = Files.readString(file);
    assertThat(kept.lines()).hasSize(HEADER + 1);
    var shorter = sweep.seeds(-10, 64).outcomes(longer).named("longer").run();
    assertThat(shorter.count("aaa")).isEqualTo(64);
    assertThat(Files.readString(file)).startsWith(kept);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aSweepWritesThroughALinkAndToNoDevice() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    counted(sweep.file(link));
    assertThat(link).isSymbolicLink();
    assertThat(counted(sweep)).isEqualTo(alone(300));
    assertThatThrownBy(() -> counted(sweep.file(Path.of("/dev/null"))))
        .hasMessage("/dev/null must be a plain file. Received: a device or pipe");
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
}
