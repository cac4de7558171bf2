package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import reluctant.sweep.Gain;
import reluctant.sweep.Rate;

class WordTest {

  private static Answer answer(Word word, long count, long trials) {
    return word.of(new CountedShare(new Rate(count, trials)));
  }

  private static Measure gain(long won, long lost, long trials) {
    return new CountedGain(new Gain(won, lost, trials));
  }

  @Test
  void aWordIsMetNotMetOrUndecided() {
    assertThat(answer(Word.always(), 2000, 2000)).isEqualTo(Answer.YES);
    assertThat(answer(Word.always(), 1985, 2000)).isEqualTo(Answer.UNDECIDED);
    assertThat(answer(Word.always(), 1900, 2000)).isEqualTo(Answer.NO);
    assertThat(answer(Word.never(), 0, 2000)).isEqualTo(Answer.YES);
    assertThat(answer(Word.never(), 100, 2000)).isEqualTo(Answer.NO);
    assertThat(answer(Word.mostly(), 1336, 2000)).isEqualTo(Answer.YES);
    assertThat(answer(Word.mostly(), 1150, 2000)).isEqualTo(Answer.UNDECIDED);
    assertThat(answer(Word.mostly(), 974, 2000)).isEqualTo(Answer.NO);
    assertThat(answer(Word.about(0.5), 1080, 2000)).isEqualTo(Answer.UNDECIDED);
    assertThat(answer(Word.about(0.5), 5000, 10_000)).isEqualTo(Answer.YES);
    assertThat(answer(Word.about(0.5), 540, 2000)).isEqualTo(Answer.NO);
    assertThat(answer(Word.about(0), 0, 2000)).isEqualTo(Answer.YES);
    assertThat(answer(Word.about(1), 2000, 2000)).isEqualTo(Answer.YES);
    assertThat(answer(Word.sometimes(), 100, 2000)).isEqualTo(Answer.YES);
    assertThat(answer(Word.sometimes(), 0, 4000)).isEqualTo(Answer.NO);
    assertThat(answer(Word.varies(), 81, 300)).isEqualTo(Answer.YES);
    assertThat(answer(Word.varies(), 20, 300)).isEqualTo(Answer.UNDECIDED);
    assertThat(answer(Word.varies(), 1, 2000)).isEqualTo(Answer.NO);
    assertThat(answer(Word.varies(), 2000, 2000)).isEqualTo(Answer.NO);
    assertThat(answer(Word.rarely(), 20, 2000)).isEqualTo(Answer.YES);
    assertThat(answer(Word.rarely(), 600, 2000)).isEqualTo(Answer.NO);
    assertThat(answer(Word.always(), 0, 0)).isEqualTo(Answer.UNDECIDED);
  }

  @Test
  void betterIsAGainOfPairs() {
    assertThat(Word.better().of(gain(600, 100, 2000))).isEqualTo(Answer.YES);
    assertThat(Word.better().of(gain(300, 300, 4000))).isEqualTo(Answer.NO);
    assertThat(Word.better().of(gain(80, 0, 2000))).isEqualTo(Answer.UNDECIDED);
    assertThat(Word.worse().of(gain(100, 600, 2000))).isEqualTo(Answer.YES);
    assertThat(Word.noWorse().of(gain(300, 300, 4000))).isEqualTo(Answer.YES);
    assertThat(Word.noWorse().of(gain(100, 600, 2000))).isEqualTo(Answer.NO);
    assertThat(Word.noWorse().of(gain(0, 80, 2000))).isEqualTo(Answer.UNDECIDED);
    assertThat(Word.noBetter().of(gain(600, 100, 2000))).isEqualTo(Answer.NO);
    assertThat(Word.noBetter().of(gain(300, 300, 4000))).isEqualTo(Answer.YES);
    assertThat(Word.noBetter().of(gain(100, 600, 2000))).isEqualTo(Answer.YES);
    assertThat(Word.noBetter().of(gain(80, 0, 2000))).isEqualTo(Answer.UNDECIDED);
    assertThat(gain(600, 100, 2000)).hasToString("+25.0 points [+22.6, +27.3]");
  }

  @Test
  void aBoundIsSettledJustWhereTheBinomialSaysSo() {
    for (Rate rate : List.of(new Rate(3, 2000), new Rate(1000, 2000), new Rate(1990, 2000))) {
      for (double bound : new double[] {0.0001, 0.001, 0.3, 0.45, 0.46, 0.5, 0.98, 0.99}) {
        var tail = new BinomialDistribution(null, (int) rate.trials(), bound);
        double above = 1 - tail.cumulativeProbability((int) rate.count() - 1);
        assertThat(Certainty.isAbove(rate, bound)).isEqualTo(above < Certainty.CHANCE);
        double below = tail.cumulativeProbability((int) rate.count());
        assertThat(Certainty.isBelow(rate, bound)).isEqualTo(below < Certainty.CHANCE);
      }
    }
  }

  @Test
  void theChanceOfAFalseVerdictInTheWholeBookIsFivePerCent() {
    assertThat(Certainty.CHANCE * 2 * Certainty.JUDGEMENTS).isEqualTo(0.05);
    var normal = new org.apache.commons.math3.distribution.NormalDistribution();
    assertThat(normal.cumulativeProbability(-Certainty.DEVIATIONS)).isLessThan(Certainty.CHANCE);
  }

  @Test
  void aPairIsReadByItsTwoOutcomes() {
    var counts = new Counts(Map.of("BOTH > RIGHT", 3L, "LEFT > LEFT", 2L), 0, "");
    assertThat(counts.count(pair -> Counts.first(pair).equals("BOTH"))).isEqualTo(3);
    assertThat(counts.count(pair -> Counts.second(pair).equals("LEFT"))).isEqualTo(2);
    assertThat(counts.trials()).isEqualTo(5);
  }

  @Test
  void badWordsAreRefused() {
    assertThatThrownBy(() -> Word.about(1.2)).hasMessage("share must be 0 to 1. Received: 1.2");
    assertThatThrownBy(() -> new Word("odd", 0.5, 0.4, 0, 1))
        .hasMessageStartingWith("a word is met in a range inside the one");
  }
}
