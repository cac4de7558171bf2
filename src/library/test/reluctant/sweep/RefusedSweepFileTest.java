package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.examples.Halves;
import reluctant.json.Forged;
import reluctant.train.Trial;

/** What is not the file of this sweep, to the byte, is refused and stays as it is. */
class RefusedSweepFileTest {

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
    assertRefused(grid::run, "which is of a sweep of no grid");
    Files.delete(file);
    grid.run();
    assertRefused(() -> counted(sweep), "which is of a sweep of a grid");
    assertRefused(
        sweep
                .seeds(-10, 301)
                .over("epochs", List.of(1, 2), Trial::epochs)
                .outcomes(Trials::fingerprint)
            ::run,
        "which is of a sweep that differs in its seeds");
    assertRefused(
        sweep.over("epoch", List.of(1, 2), Trial::epochs).outcomes(Trials::fingerprint)::run,
        "which is of a sweep that differs in its axes");
    assertRefused(
        sweep.over("epochs", List.of(1, 3), Trial::epochs).outcomes(Trials::fingerprint)::run,
        "which is of a sweep that differs in its axes");
  }

  private <O extends Comparable<? super O>> Runnable by(Rule<O> rule) {
    return () -> sweep.outcomes(rule).named("Trials::fingerprint").run();
  }

  @Test
  void anotherRuleIsNeverContinued() throws IOException {
    sweep = sweep.seeds(0, 640);
    counted(sweep);
    sweep = sweep.seeds(0, 1280);
    assertRefused(
        () -> sweep.outcomes(Trials::oftenTrue).run(),
        "which is of a sweep by another rule than Trials::oftenTrue, Trials::fingerprint");
    assertThatThrownBy(() -> sweep.outcomes(run -> 1).run())
        .hasMessageStartingWith("rule must have a name to be kept or sent, as Halves::of has,");
    assertRefused(by(run -> Trials.fingerprint(run) + 1), "for seed 0");
    assertRefused(by(Trials::oftenTrue), "which is no Boolean");
    assertRefused(by(Halves::of), "which is no Halves");
    // A rule that differs in few outcomes, and one that differs late.
    assertRefused(
        by(run -> Trials.fingerprint(run) == 3 ? 4 : Trials.fingerprint(run)),
        "line 6 has another outcome than this rule for seed 1");
    assertRefused(
        by(run -> run.trial().seed() == 455 ? 9 : Trials.fingerprint(run)),
        "line 13 has another outcome than this rule for seed 455");
    by(Trials::fingerprint).run();
  }

  @Test
  void whateverByteIsChangedIsRefusedOrTrainedAgain() throws IOException {
    sweep = Sweep.of(tiny()).seeds(0, 130).threads(1).file(file);
    String alone = counted(sweep);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      int[] others = {1, 2, 4, 8, 32, 128, whole[at] ^ '\n'};
      byte[] changed = whole.clone();
      changed[at] ^= (byte) others[at % others.length];
      Files.write(file, changed);
      // Without the end of its last line a file is one that was not finished.
      if (changed[at] == whole[at] || at == whole.length - 1) {
        assertThat(counted(sweep)).isEqualTo(alone);
        assertThat(file).hasBinaryContent(whole);
      } else {
        assertRefused(() -> counted(sweep), "");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"part\":2 | \"part\":3 | line 8 is damaged, use another copy",
        "\"part\":2 | \"part\":\"2\" | line 8 is damaged, use another copy",
        "{\"part\":2 | {[\"part\":2 | line 8 is damaged, use another copy",
        "{\"part\":2 | {{} | line 8 is damaged, use another copy",
        "{\"part\":2 | {\"part\":2,\"part\":2 | line 8 is damaged, use another copy",
        "\"part\":2,\"outcomes\":[\"0\" | \"part\":2,\"outcomes\":[\"0\",\"0\" | line 8 is damaged, use another copy",
        "\"part\":2,\"outcomes\":[\"0\" | \"part\":2,\"outcomes\":[\"1\" | line 8 is damaged, use another copy",
        "\"part\":2,\"outcomes\":[\"0\" | \"part\":2,\"outcomes\":[\"x\" | line 8 has the outcome x, which is no Integer",
        "\"part\":2,\"outcomes\":[\"0\" | \"part\":2,\"outcomes\":[0 | line 8 is damaged, use another copy",
        "\"counts\":[ | \"counts\":[1, | line 6 is damaged, use another copy",
        "\"counts\":[ | \"counts\":[- | line 6 is damaged, use another copy",
        "\"counts\":[ | \"counts\":[100000000000000000000, | line 6 is damaged, use another copy",
        "\"examples\":[[ | \"examples\":[[-11, | line 6 is damaged, use another copy",
        "\"examples\":[[ | \"examples\":[[0, | line 6 is damaged, use another copy",
        "\"format\":\"sweep\" | \"format\":\"trial\" | : it must be a file of the format sweep. Received: trial",
        "\"version\":2 | \"version\":3 | : it must be of version 2 of this form, a newer library may read it. Received: 3",
        "\"version\":2 | \"version\":1 | run again what made it and name a new file",
        "\"arithmetic\":3 | \"arithmetic\":1 | run again what made it. This library has arithmetic 3",
        "\"firstSeed\":-10 | \"firstSeed\":-1e1 | : line 3 is damaged, use another copy",
        "0.01 | 1e999 | not (1e999)",
      })
  void aDamagedFileIsRefused(String from, String to, String end) throws IOException {
    counted(sweep);
    assertThat(Files.readString(file)).contains(from);
    Forged.change(file, bodies -> bodies.replace(from, to));
    assertRefused(() -> counted(sweep), end);
  }

  /** A file of version 0.1.0 of the library. */
  @Test
  void aFileOfTheFirstFormIsRefused() throws IOException {
    Files.writeString(
        file, "{\"format\":\"sweep\",\"version\":1,\"firstSeed\":-10,\"trial\":{}}\n");
    assertRefused(
        () -> counted(sweep),
        ": it is of version 0.1.0 of this library, whose files had no check sums, run again what"
            + " made it and name a new file");
  }

  @Test
  void foreignFilesAreRefused() throws IOException {
    Files.writeString(file, "Dear diary");
    assertRefused(() -> counted(sweep), ": it must be a file of the format sweep. Received: none");
    Files.write(file, new byte[1 << 20]);
    assertRefused(() -> counted(sweep), ": it must be a file of the format sweep. Received: none");
    assertThatThrownBy(() -> counted(sweep.file(folder)))
        .hasMessage(folder + " must be a plain file. Received: a folder");
    assertThatThrownBy(() -> counted(sweep.file(folder.resolve("none").resolve("sweep.jsonl"))))
        .hasMessageStartingWith("file must be one in a folder that is there and yours. Received: ");
  }

  @Test
  void aFileInUseIsRefused() {
    Rule<String> rule =
        run -> {
          counted(sweep);
          return "never";
        };
    assertThatThrownBy(() -> sweep.threads(1).outcomes(rule).named("again").run())
        .hasMessageContaining(
            "file must not be in use, wait for the other sweep to end. Received:");
  }
}
