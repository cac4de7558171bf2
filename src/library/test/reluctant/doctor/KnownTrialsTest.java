package reluctant.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.diagnose.Criterion;
import reluctant.doctor.Doctor.End;
import reluctant.doctor.KnownTrials.Known;

/**
 * Causes that were put in: 20 by hand, and 20 that are drawn with the first seed that was tried.
 */
class KnownTrialsTest {

  private static final long DRAWN = 1;

  /** A busy machine may take longer than a reader's patience. */
  private static final Duration ENOUGH = Duration.ofMinutes(10);

  private static Doctor ask(Known known) {
    return Doctor.of(known.trial(), Criterion.of(known.trial())::isMetBy, ENOUGH);
  }

  static List<Known> some() {
    List<Known> failing = KnownTrials.failing();
    return List.of(
        failing.get(2), failing.get(5), failing.get(7), failing.get(11), failing.get(12));
  }

  @ParameterizedTest
  @MethodSource("some")
  void aCauseThatWasPutInIsFound(Known known) {
    Doctor doctor = ask(known);
    assertThat(doctor.cause()).as(doctor.toString()).hasValue(known.cause());
  }

  @Test
  void nothingIsFoundInTheHealthy() {
    Known known = KnownTrials.healthy().get(0);
    assertThat(ask(known).end()).isEqualTo(End.HEALTHY);
  }

  @Tag("long")
  @Test
  void of40CausesAtLeast36AreFoundAndNoneIsWrong() {
    List<Known> all = new ArrayList<>(KnownTrials.failing());
    all.addAll(new DrawnTrials(DRAWN).failing());
    assertThat(all).hasSize(40);
    List<String> unsure = new ArrayList<>();
    for (Known known : all) {
      Doctor doctor = ask(known);
      if (doctor.end() == End.NOT_SURE) {
        unsure.add(known + ": " + doctor);
      } else {
        assertThat(doctor.cause()).as(known + ": " + doctor).hasValue(known.cause());
      }
    }
    assertThat(unsure).hasSizeLessThanOrEqualTo(4);
  }

  @Tag("long")
  @Test
  void nothingIsFoundIn10Healthy() {
    List<Known> all = new ArrayList<>(KnownTrials.healthy().subList(0, 5));
    all.addAll(new DrawnTrials(DRAWN).healthy());
    assertThat(all).hasSize(10).allMatch(known -> ask(known).end() == End.HEALTHY);
  }
}
