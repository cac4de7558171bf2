package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reluctant.absolute.Halves;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.End;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** What a page counts is what is kept, if that begins as it is trained. */
class PageCohortTest {
  private static final int SEEDS = 300;

  @TempDir private Path folder;

  private static PageCohort<Halves> cohort(int epochs, int seeds) {
    var trial =
        new Trial(
            Sequential.of(1, new Dense(2, RELU), new Dense(1)),
            absoluteValue(100, 1),
            new Fit(new Adam(0.01), MSE, epochs, 20),
            7);
    return new PageCohort<>(trial, Halves::of, List.of("BOTH"), 64, seeds);
  }

  private KeptAttacks running() {
    return new KeptAttacks(KeptFile.empty(), folder.resolve("04.json"));
  }

  @Test
  void itIsWrittenAndReadAndGivesTheSame() {
    var trained = cohort(1000, SEEDS).all(running());
    assertThat(trained.outcomes().end()).isEqualTo(End.COMPLETED);
    KeptFile file = KeptFile.in(folder);
    var kept = cohort(1000, SEEDS).all(new KeptAttacks(file, null));
    assertThat(kept.bySeed()).isEqualTo(trained.bySeed());
    assertThat(kept.moving()).isEqualTo(trained.moving());
    assertThat(kept.outcomes().end()).isEqualTo(End.KEPT);
    assertThat(kept.outcomes().sweep()).isEqualTo(trained.outcomes().sweep());
    for (Halves each : Halves.values()) {
      assertThat(kept.outcomes().rate(each)).isEqualTo(trained.outcomes().rate(each));
      assertThat(kept.outcomes().examples(each)).isEqualTo(trained.outcomes().examples(each));
    }
    assertThat(kept.outcomes().toString())
        .startsWith(
            "300 trials, all trained before and kept, the first " + Counts.FIRST + " seeds once");
  }

  @Test
  void anotherTrialAnotherNumberOfSeedsAndLittleWorkAreTrained() {
    cohort(1000, SEEDS).all(running());
    KeptFile file = KeptFile.in(folder);
    assertThat(file.pages()).hasSize(1);
    for (var other : List.of(cohort(999, SEEDS), cohort(1000, SEEDS - 1))) {
      assertThat(other.all(new KeptAttacks(file, null)).outcomes().end()).isEqualTo(End.COMPLETED);
    }
    cohort(10, SEEDS).all(new KeptAttacks(KeptFile.empty(), folder.resolve("05.json")));
    assertThat(KeptFile.in(folder)).isEqualTo(file);
  }

  @Test
  void whatBeginsOtherwiseIsRefusedAndMadeAnew() {
    cohort(1000, SEEDS).all(running());
    KeptCohort right = KeptFile.in(folder).pages().get(0);
    var wrong =
        new KeptCohort(
            right.trial(),
            right.rule(),
            right.settled(),
            right.firstSeed(),
            right.outcomes(),
            (right.bySeed().charAt(0) == 'A' ? "B" : "A") + right.bySeed().substring(1),
            right.moving());
    var file = new KeptFile(List.of(wrong), List.of());
    assertThatThrownBy(() -> cohort(1000, SEEDS).all(new KeptAttacks(file, null)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "what is kept must begin as it is trained here, run ./workbook attack. Other: new");
    cohort(1000, SEEDS).all(new KeptAttacks(file, folder.resolve("04.json")));
    assertThat(KeptFile.in(folder).pages()).containsExactly(right);
  }
}
