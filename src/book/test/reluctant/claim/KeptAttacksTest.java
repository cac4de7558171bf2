package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the workbook keeps is what training gives. */
class KeptAttacksTest {
  private static final Path KEPT = Path.of("notebooks/attacks");

  /** About 40 s of one core, in samples times parameters. */
  private static final double SAMPLE = 3e10;

  /** What takes longer is trained again by its first seeds alone: some take many minutes each. */
  private static final double LONG = SAMPLE / 4;

  /** However many are kept, a tenth of them takes about six minutes of one core. */
  private static final double TENTH = 10 * SAMPLE;

  @TempDir private Path folder;

  /** All that is kept, in an order that changes with the version. */
  private static List<KeptAttack> rotated() {
    return rotated(KeptFile.in(KEPT).attacks(), KeptAttack::json);
  }

  private static <K> List<K> rotated(List<K> kept, Function<K, Map<String, Object>> json) {
    String version = System.getProperty("reluctant.version", "");
    return kept.stream()
        .sorted(Comparator.comparing(each -> Counts.hash(version + json.apply(each))))
        .toList();
  }

  private static double workOfFirst(KeptAttack kept) {
    return kept.work() * Counts.FIRST / kept.seeds();
  }

  private static boolean isReproduced(KeptAttack kept) {
    return kept.attack().run().equals(kept.counts());
  }

  private static boolean isBegunAlike(KeptAttack kept) {
    return kept.attack().run(Counts.FIRST).first64().equals(kept.counts().first64());
  }

  @Test
  void whatIsKeptIsOfTheArithmeticAndOfRulesThatAreKnown() {
    List<KeptAttack> all = KeptFile.in(KEPT).attacks();
    assertThat(all).isNotEmpty();
    for (KeptAttack kept : all) {
      assertThat(kept.attack().lines()).isEqualTo(kept.trials());
      assertThat(kept.counts().trials()).isEqualTo(kept.seeds());
    }
    for (KeptCohort page : KeptFile.in(KEPT).pages()) {
      assertThat(page.isOf(page.cohort())).isTrue();
    }
  }

  /** The pages train the first seeds of each whenever they run. */
  @Tag("long")
  @Test
  void aTenthOfWhatPagesCountIsTrainedAgainInFull() {
    List<KeptCohort> all = rotated(KeptFile.in(KEPT).pages(), KeptCohort::json);
    assertThat(all).isNotEmpty();
    for (KeptCohort kept : all.subList(0, (all.size() + 9) / 10)) {
      assertThat(KeptCohort.of(kept.cohort(), kept.cohort().all())).contains(kept);
    }
  }

  @Test
  void aSampleIsTrainedAgain() {
    double left = SAMPLE;
    var wrong = new ArrayList<KeptAttack>();
    int trained = 0;
    for (KeptAttack kept : rotated()) {
      if (workOfFirst(kept) <= Math.min(left, SAMPLE / 4)) {
        left -= workOfFirst(kept);
        trained++;
        if (!isBegunAlike(kept)) {
          wrong.add(kept);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(trained).isPositive();
  }

  @Tag("long")
  @Test
  void aTenthIsTrainedAgainInFullOrByItsFirstSeeds() {
    List<KeptAttack> all = rotated();
    List<KeptAttack> tenth = all.subList(0, (all.size() + 9) / 10);
    double left = TENTH;
    int trained = 0;
    for (KeptAttack kept : tenth) {
      boolean isInFull = kept.work() <= LONG;
      double work = isInFull ? kept.work() : workOfFirst(kept);
      if (work <= Math.min(left, LONG)) {
        left -= work;
        trained++;
        assertThat(kept)
            .matches(isInFull ? KeptAttacksTest::isReproduced : KeptAttacksTest::isBegunAlike);
      }
    }
    assertThat(trained).isGreaterThan(tenth.size() * 3 / 4);
  }

  @Test
  void aFalsifiedFileIsRefused() throws IOException {
    Path file = folder.resolve("04-absolute-value.json");
    String whole = Files.readString(KEPT.resolve("04-absolute-value.json"));
    Files.writeString(file, whole.replaceFirst("\"BOTH\":(\\d)", "\"BOTH\":9$1"));
    assertThatThrownBy(() -> KeptFile.in(folder))
        .hasMessageStartingWith(
            "04-absolute-value.json must hold kept attacks, run ./workbook attack again. Received:");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> KeptFile.in(folder))
        .hasMessageStartingWith("04-absolute-value.json must hold kept attacks");
    Files.writeString(file, whole.replaceFirst("\"arithmetic\": \\d+", "\"arithmetic\": 1"));
    assertThat(KeptFile.in(folder)).isEqualTo(KeptFile.empty());
  }
}
