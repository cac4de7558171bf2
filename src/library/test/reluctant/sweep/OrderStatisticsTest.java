package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers enclose a quantile, and whether they do. */
class OrderStatisticsTest {

  private final Random random = new Random(1);

  /** As tables have them for the median. */
  @ParameterizedTest
  @CsvSource({"1, 0, 2", "5, 0, 6", "6, 1, 6", "10, 2, 9", "20, 6, 15", "100, 40, 61"})
  void theMedianLiesBetween(int count, long low, long high) {
    assertThat(OrderStatistics.low(0.5, count)).isEqualTo(low);
    assertThat(OrderStatistics.high(0.5, count)).isEqualTo(high);
  }

  @Test
  void placesAreThoseOfTheBinomialDistribution() {
    for (int i = 0; i < 2000; i++) {
      int count = 1 + (int) Math.exp(random.nextDouble() * Math.log(5000));
      double share = i % 3 == 0 ? (1 + random.nextInt(99)) / 100.0 : random.nextDouble();
      long place = OrderStatistics.place(share, count);
      assertThat(place / (double) count).isGreaterThanOrEqualTo(share);
      assertThat((place - 1) / (double) count).isLessThan(share);
      var binomial = new BinomialDistribution(null, count, share);
      int low = (int) OrderStatistics.low(share, count);
      int high = (int) OrderStatistics.high(share, count);
      assertThat(binomial.cumulativeProbability(low - 1)).isLessThanOrEqualTo(0.025);
      assertThat(binomial.cumulativeProbability(low)).isGreaterThan(0.025);
      assertThat(1 - binomial.cumulativeProbability(high - 1)).isLessThanOrEqualTo(0.025 + 1e-12);
      assertThat(1 - binomial.cumulativeProbability(high - 2)).isGreaterThan(0.025 - 1e-12);
    }
  }

  /** Beside the normal distribution's 1.96 standard deviations. */
  @Test
  void countsMayBeLarge() {
    long count = 4_000_000_000L;
    double reach = 1.959964 * Math.sqrt(count * 0.25 * 0.75);
    assertThat(OrderStatistics.low(0.25, count) - 1e9).isBetween(-reach - 2, -reach + 2);
    assertThat(OrderStatistics.high(0.25, count) - 1e9).isBetween(reach - 2, reach + 2);
  }

  /** How often an interval holds the quantile of what the numbers are drawn from. */
  @Test
  void intervalsHoldTheQuantileAtNinetyFivePerCent() {
    var never = Double.POSITIVE_INFINITY;
    assertHolds(u -> u, 0.25, 0.25);
    assertHolds(u -> u * u * u, 0.5, 0.125);
    assertHolds(u -> Math.floor(10 * u * u), 0.5, 2);
    assertHolds(u -> u < 0.6 ? Math.floor(7 * u) : never, 0.5, 3);
    assertHolds(u -> u < 0.6 ? u : never, 0.75, never);
  }

  private void assertHolds(ToDoubleFunction<Double> number, double share, double quantile) {
    int draws = 400;
    for (int count : List.of(8, 50, 150)) {
      int held = 0;
      for (int draw = 0; draw < draws; draw++) {
        var tally = new Tally<Double>();
        for (long seed = 0; seed < count; seed++) {
          tally.add(number.applyAsDouble(random.nextDouble()), 1, List.of(seed));
        }
        Quantile found = Sample.of(tally).quantile(share);
        held += found.low() <= quantile && quantile <= found.high() ? 1 : 0;
      }
      // Three standard deviations of a count of 95 % below it.
      assertThat(held).isGreaterThan((int) (0.95 * draws - 3 * Math.sqrt(draws * 0.95 * 0.05)));
    }
  }

  /** Of a continuous distribution they hold it hardly more often than that. */
  @Test
  void intervalsAreNoWiderThanNeeded() {
    for (int count : new int[] {100, 1000, 10_000}) {
      var binomial = new BinomialDistribution(null, count, 0.5);
      int low = (int) OrderStatistics.low(0.5, count);
      int high = (int) OrderStatistics.high(0.5, count);
      double held =
          binomial.cumulativeProbability(high - 1) - binomial.cumulativeProbability(low - 1);
      assertThat(held).isBetween(0.95, 0.97);
    }
  }

  @Test
  void placesOfDifferentSharesAscend() {
    double[] places =
        random.doubles(200).sorted().map(share -> OrderStatistics.low(share, 77)).toArray();
    double[] sorted = places.clone();
    Arrays.sort(sorted);
    assertThat(places).isEqualTo(sorted);
  }
}
