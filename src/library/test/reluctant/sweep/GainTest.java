package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class GainTest {

  @Test
  void pairsAreCounted() {
    List<Boolean> first = List.of(true, true, true, false, false);
    List<Boolean> other = List.of(true, false, false, true, false);
    assertThat(Gain.of(first, other)).isEqualTo(new Gain(2, 1, 5));
    assertThat(Gain.of(first, other).value()).isEqualTo(0.2);
  }

  /** The interval of Agresti and Min, d = 500 / 2002 and z sqrt(701 - 500^2 / 2002) / 2002. */
  @Test
  void theIntervalIsThatOfAgrestiAndMin() {
    var gain = new Gain(600, 100, 2000);
    assertThat(gain).hasToString("+25.0 points [+22.6, +27.3]");
    assertThat(gain.interval(2).low()).isCloseTo(0.249750 - 0.023979, within(1e-5));
    assertThat(new Gain(9, 0, 9).interval().high()).isEqualTo(1);
    assertThat(new Gain(0, 0, 0)).hasToString("no pairs");
    assertThat(new Gain(0, 0, 0).value()).isNaN();
  }

  /** 575 / 2000 is no double, and a hundred times the nearest one lies below 28.75. */
  @Test
  void aTieIsRoundedAwayFromZero() {
    for (int won = 0; won <= 2000; won++) {
      var exact = BigDecimal.valueOf(won).divide(BigDecimal.valueOf(20));
      String told = exact.setScale(1, RoundingMode.HALF_UP).toPlainString();
      assertThat(new Gain(won, 0, 2000).toString()).startsWith("+" + told + " points");
    }
  }

  @Test
  void theChanceIsTheBinomialsTail() {
    assertThat(new Gain(8, 0, 16).chance()).isEqualTo(1 / 256.0);
    assertThat(new Gain(0, 5, 16).chance()).isEqualTo(1);
    assertThat(new Gain(0, 0, 16).chance()).isEqualTo(1);
    for (int[] pairs : new int[][] {{12, 3}, {40, 24}, {3, 60}, {700, 500}}) {
      var tail = new BinomialDistribution(null, pairs[0] + pairs[1], 0.5);
      assertThat(new Gain(pairs[0], pairs[1], 10_000).chance())
          .isCloseTo(tail.cumulativeProbability(pairs[1]), Percentage.withPercentage(1e-3));
    }
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Gain(3, 3, 5))
        .withMessage("pairs must be won + lost at most. Received: 3, 3 of 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gain.of(List.of(true), List.of()))
        .withMessage("other must be as many as first, 1. Received: 0");
  }
}
