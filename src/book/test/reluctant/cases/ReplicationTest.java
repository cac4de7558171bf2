package reluctant.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.sweep.Quantile;
import reluctant.sweep.Rate;

class ReplicationTest {
  private static final Case CASE =
      new Case(
          "a-case",
          "13",
          "A case",
          URI.create("https://example.org/1"),
          "there",
          "Why?",
          "One ReLU.",
          "",
          List.of("works sometimes"),
          "It is dead.",
          List.of(
              Reported.counted("learnt", new Rate(24, 50)),
              Reported.range("failed", 0.1, 0.2),
              Reported.range("epochs", 1100, 1100)),
          List.of(),
          "");

  /** The tea that a lady tasted (Fisher 1935), and p-values as R's fisher.test has them. */
  @ParameterizedTest
  @CsvSource({
    "3, 4, 1, 4, 0.4857143",
    "8, 10, 1, 10, 0.005477",
    "10, 10, 10, 10, 1",
    "0, 10, 10, 10, 1.0825e-05",
    "0, 0, 5, 10, 1",
    "1, 1, 200, 200, 1",
    "48, 50, 1981, 2000, 0.091225",
    "0, 2000, 0, 50, 1"
  })
  void fishersTestGivesKnownValues(long a, long ofA, long b, long ofB, double p) {
    Rate one = new Rate(a, ofA);
    Rate other = new Rate(b, ofB);
    assertThat(FisherExact.of(one, other)).isCloseTo(p, within(1e-3 * p));
    assertThat(FisherExact.of(other, one)).isCloseTo(p, within(1e-3 * p));
  }

  /**
   * Against Fisher's sum in whole numbers: the products of binomial coefficients, to the last one.
   */
  @Test
  void fishersTestIsExactOnTablesDrawnByChance() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 300; i++) {
      int ofA = random.nextInt(1, 60);
      int ofB = random.nextInt(1, 300);
      int a = random.nextInt(4) == 0 ? ofA : random.nextInt(ofA + 1);
      int b = random.nextInt(4) == 0 ? ofB : random.nextInt(ofB + 1);
      double p = FisherExact.of(new Rate(a, ofA), new Rate(b, ofB));
      double exact = exact(a, ofA, b, ofB);
      assertThat(p).as("%d of %d, %d of %d", a, ofA, b, ofB).isCloseTo(exact, within(1e-9));
    }
  }

  private static double exact(int a, int ofA, int b, int ofB) {
    BigInteger seen = ways(a, ofA).multiply(ways(b, ofB));
    BigInteger rare = BigInteger.ZERO;
    BigInteger all = BigInteger.ZERO;
    for (int i = Math.max(0, a + b - ofB); i <= Math.min(ofA, a + b); i++) {
      BigInteger each = ways(i, ofA).multiply(ways(a + b - i, ofB));
      all = all.add(each);
      rare = each.compareTo(seen) <= 0 ? rare.add(each) : rare;
    }
    return new BigDecimal(rare).divide(new BigDecimal(all), MathContext.DECIMAL64).doubleValue();
  }

  private static BigInteger ways(int k, int of) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(of - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  @Test
  void countsAgreeWhereTheTestDoesNotTellThemApart() {
    assertThat(CASE.beside("learnt", new Rate(866, 2000)))
        .hasToString(
            "a-case, learnt: published 24 of 50, 48.0 % [34.8, 61.5]; here 866 of 2,000,"
                + " 43.3 % [41.1, 45.5]; agrees (p = 0.56)");
    Replication apart = CASE.beside("learnt", new Rate(200, 2000));
    assertThat(apart.verdict()).isEqualTo("differs (p below 0.001)");
    assertThat(apart.isMet()).isFalse();
    Replication explained = apart.explainedBy("theirs rests longer");
    assertThat(explained.verdict()).isEqualTo("differs (p below 0.001): theirs rests longer");
    assertThat(explained.isMet()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1000166.8, '1,000,166.8'",
    "25, 25",
    "10.001, 10",
    "-1e12, -1.00e+12",
    "0.35355, 0.354",
    "0.0000004, 4.00e-07"
  })
  void aNumberIsToldAsOneReadsIt(double number, String told) {
    assertThat(Reported.range("root", number, number).told()).isEqualTo(told);
  }

  @Test
  void aRangeAgreesWithWhatOverlapsIt() {
    assertThat(CASE.beside("failed", new Rate(30, 200)).agrees()).isTrue();
    assertThat(CASE.beside("failed", new Rate(60, 200)).agrees()).isFalse();
    assertThat(CASE.beside("epochs", new Quantile(1000, 900, 1200)).agrees()).isTrue();
    assertThat(CASE.beside("epochs", new Quantile(1000, 900, 1099)).agrees()).isFalse();
    assertThat(CASE.beside("epochs", 1100, 1101).agrees()).isTrue();
    assertThat(CASE.beside("epochs", 1101, 1200).agrees()).isFalse();
  }

  @Test
  void aNumberThatNobodyReportedIsRefused() {
    assertThatThrownBy(() -> CASE.beside("learned", new Rate(1, 2)))
        .hasMessageStartingWith("name must be that of a number that a-case reports, one of [");
  }

  @Test
  void aTableCountsWhatAgrees() {
    var table =
        Published.of(
            CASE.beside("learnt", new Rate(866, 2000)), CASE.beside("learnt", new Rate(1, 2000)));
    assertThat(table.agreeing()).isEqualTo(1);
    assertThat(table.toString().lines()).hasSize(2);
  }
}
