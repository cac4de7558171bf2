package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "0, 400", "112, 400", "400, 400", "5680, 20000"})
  void theIntervalSolvesWilsonsEquation(int count, int trials) {
    var rate = new Rate(count, trials);
    // The ends are where the count lies 1.96 standard deviations off: (p - r)^2 = z^2 r (1 - r) /
    // n.
    double z = 1.959963984540054;
    for (double end : new double[] {rate.interval().low(), rate.interval().high()}) {
      double distance = rate.value() - end;
      assertThat(distance * distance).isCloseTo(z * z * end * (1 - end) / trials, within(1e-9));
    }
    var known = new WilsonScoreInterval().createInterval(trials, count, 0.95);
    assertThat(rate.interval().low()).isCloseTo(known.getLowerBound(), within(1e-15));
    assertThat(rate.interval().high()).isCloseTo(known.getUpperBound(), within(1e-15));
    assertThat(rate.interval().contains(rate.value())).isTrue();
    assertThat(rate.interval().low()).isBetween(0.0, rate.value());
    assertThat(rate.interval().high()).isBetween(rate.value(), 1.0);
  }

  @Test
  void countsMayBeLongerThanInts() {
    var rate = new Rate(1L << 51, 1L << 53);
    assertThat(rate.value()).isEqualTo(0.25);
    assertThat(rate.interval().low()).isCloseTo(0.25, within(1e-7)).isLessThan(0.25);
    assertThat(rate.interval().high()).isCloseTo(0.25, within(1e-7)).isGreaterThan(0.25);
  }

  @Test
  void itPrintsPercent() {
    assertThat(new Rate(5680, 20000)).hasToString("28.4 % [27.8, 29.0]");
  }

  @Test
  void nothingIsKnownOfNoTrials() {
    var none = new Rate(0, 0);
    assertThat(none.value()).isNaN();
    assertThat(none.interval()).isEqualTo(new Interval(0, 1));
    assertThat(none).hasToString("no trials");
    assertThat(none.plus(new Rate(1, 2))).isEqualTo(new Rate(1, 2));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "-1, 3", "4, 3"})
  void nonsenseIsRefused(int count, int trials) {
    assertThatThrownBy(() -> new Rate(count, trials))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a rate needs 0 <= count <= trials. Received: " + count + " of " + trials);
  }

  @Test
  void anIntervalHoldsItsEnds() {
    var interval = new Interval(0.25, 0.5);
    assertThat(interval.contains(0.25)).isTrue();
    assertThat(interval.contains(0.5)).isTrue();
    assertThat(interval.contains(0.24)).isFalse();
    assertThat(interval.contains(0.51)).isFalse();
    assertThat(interval.contains(Double.NaN)).isFalse();
    assertThatThrownBy(() -> new Interval(1, 0))
        .hasMessage("an interval must go from a lower to a higher number. Received: 1.0 and 0.0");
    assertThat(new Interval(0.25, 0.5)).hasToString("[0.2500, 0.5000]");
  }

  @Test
  void countsAddUp() {
    assertThat(new Rate(1, 4).plus(new Rate(5, 6))).isEqualTo(new Rate(6, 10));
  }

  @Test
  void aListIsCounted() {
    assertThat(Rate.of(List.of(true, false, true))).isEqualTo(new Rate(2, 3));
    assertThat(Rate.of(List.of())).isEqualTo(new Rate(0, 0));
  }

  @Test
  void listsAgreeWhereTheyHaveTheSame() {
    assertThat(Rate.agreement(List.of(1, 2, 3, 4), List.of(1, 3, 2, 4))).isEqualTo(new Rate(2, 4));
    assertThat(Rate.agreement(List.of(false), List.of(false))).isEqualTo(new Rate(1, 1));
    assertThatThrownBy(() -> Rate.agreement(List.of(1), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("others must be as many as some, 1. Received: 0");
  }
}
