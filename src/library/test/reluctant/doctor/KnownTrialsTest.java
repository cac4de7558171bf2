package reluctant.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.diagnose.Criterion;
import reluctant.doctor.Doctor.End;
import reluctant.doctor.KnownTrials.Known;

class KnownTrialsTest {

  /** A busy machine may take longer than a reader's patience. */
  private static final Duration ENOUGH = Duration.ofMinutes(10);

  static Doctor ask(Known known) {
    return Doctor.of(known.trial(), Criterion.of(known.trial())::isMetBy, ENOUGH);
  }

  static List<Known> some() {
    List<Known> failing = KnownTrials.failing();
    List<Known> healthy = KnownTrials.healthy();
    return List.of(
        failing.get(2),
        failing.get(5),
        failing.get(7),
        failing.get(11),
        failing.get(12),
        healthy.get(0),
        healthy.get(6));
  }

  static Stream<Known> all() {
    return Stream.of(KnownTrials.failing(), KnownTrials.healthy()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("some")
  void whatWasPutInIsFound(Known known) {
    isFound(known);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("all")
  void whatWasPutInByHandIsAlwaysFound(Known known) {
    isFound(known);
  }

  private static void isFound(Known known) {
    Doctor doctor = ask(known);
    if (known.cause() == null) {
      assertThat(doctor.end()).as(doctor.toString()).isEqualTo(End.HEALTHY);
    } else {
      assertThat(doctor.cause()).as(doctor.toString()).contains(known.cause());
    }
  }
}
