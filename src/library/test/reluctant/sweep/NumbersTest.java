package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.sweep.Trials.interruptAfter;
import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.optimizers.SGD;
import reluctant.train.Trial;

/** Numbers of runs beside those that are sorted and counted one by one. */
class NumbersTest {

  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** What a run may give: few numbers or many, none, and those that are easily mistaken. */
  private static double[] drawn(Random random) {
    double[] odd = {NAN, NEVER, Double.NEGATIVE_INFINITY, -0.0, 0, Double.MIN_VALUE, -1e300};
    boolean isRound = random.nextBoolean();
    int oneIn = 1 + random.nextInt(9);
    return random
        .doubles(1 + random.nextInt(200))
        .map(number -> isRound ? Math.rint(9 * number) : number)
        .map(number -> random.nextInt(oneIn) == 0 ? odd[random.nextInt(odd.length)] : number)
        .toArray();
  }

  private static Numbers swept(double[] given, int threads) {
    return Sweep.of(tiny())
        .seeds(0, given.length)
        .threads(threads)
        .numbers(run -> given[(int) run.trial().seed()])
        .run();
  }

  private static double[] sorted(double[] given) {
    return Arrays.stream(given).map(one -> Double.isNaN(one) ? NEVER : one).sorted().toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void numbersAreThoseThatAreSortedAndCounted(int threads) {
    var random = new Random(2);
    for (int i = 0; i < 60; i++) {
      double[] given = drawn(random);
      double[] sorted = sorted(given);
      Numbers numbers = swept(given, threads);
      double[] some = Arrays.stream(sorted).filter(one -> one < NEVER).toArray();
      assertThat(numbers.values()).isEqualTo(some);
      assertThat(numbers.never())
          .isEqualTo(new Rate(given.length - (long) some.length, given.length));
      assertThat(numbers.min()).isEqualTo(some.length == 0 ? NAN : some[0]);
      assertThat(numbers.max()).isEqualTo(some.length == 0 ? NAN : some[some.length - 1]);
      for (double most : new double[] {-1e301, -1, -0.0, 0, 0.3, 4, random.nextDouble(), 10}) {
        long count = Arrays.stream(given).filter(one -> one <= most).count();
        assertThat(numbers.atMost(most)).isEqualTo(new Rate(count, given.length));
      }
      for (double share : new double[] {1e-9, 0.25, 0.5, 0.75, random.nextDouble(), 1 - 1e-9}) {
        assertIsTheQuantile(numbers, given, sorted, share);
      }
      assertThat(isSame(given[(int) numbers.example(0).seed()], sorted[0])).isTrue();
    }
  }

  private static void assertIsTheQuantile(
      Numbers numbers, double[] given, double[] sorted, double share) {
    int count = sorted.length;
    double smallest = NEVER; // The first that enough are no larger than.
    for (int i = count - 1; i >= 0 && (i + 1.0) / count >= share; i--) {
      smallest = sorted[i];
    }
    Quantile quantile = numbers.quantile(share);
    assertThat(quantile.value()).isEqualTo(smallest);
    assertThat(numbers.quantiles(share)).isEqualTo(new double[][] {{smallest}});
    int low = (int) OrderStatistics.low(share, count);
    int high = (int) OrderStatistics.high(share, count);
    assertThat(quantile.low()).isEqualTo(low == 0 ? -NEVER : sorted[low - 1]);
    assertThat(quantile.high()).isEqualTo(high > count ? NEVER : sorted[high - 1]);
    long first =
        LongStream.range(0, count)
            .filter(seed -> isSame(given[(int) seed], quantile.value()))
            .findFirst()
            .orElseThrow();
    assertThat(numbers.example(share)).isEqualTo(tiny().seed(first));
  }

  private static boolean isSame(double given, double value) {
    return Double.compare(Double.isNaN(given) ? NEVER : given, value) == 0;
  }

  @Test
  void wholeNumbersAreNumbersToo() {
    var sweep = Sweep.of(tiny()).seeds(10, 99);
    var ints = sweep.numbers(run -> (int) run.trial().seed()).run();
    var longs = sweep.numbers(run -> run.trial().seed() + (1L << 60)).run();
    assertThat(ints.median().value()).isEqualTo(59);
    assertThat(ints.example(0.5).seed()).isEqualTo(59);
    // All of these are the same double.
    assertThat(longs.median()).isEqualTo(new Quantile(0x1p60, 0x1p60, 0x1p60));
    assertThat(longs.example(1).seed()).isEqualTo(10);
    assertThat(longs.values()).hasSize(99).containsOnly(0x1p60);
  }

  @Test
  void whatARunNeverReachesIsCountedAsLarge() {
    Numbers numbers = swept(new double[] {3, NAN, 1, NEVER, 2, NAN, NAN, NAN}, 2);
    assertThat(numbers.quantile(0.25).value()).isEqualTo(2);
    assertThat(numbers.median().isNever()).isTrue();
    assertThat(numbers.example(0.5).seed()).isEqualTo(1);
    assertThat(numbers)
        .hasToString(
            """
            8 trials
            from 1 to 3
            lower quartile 2 [-infinity, infinity]
            median never [1, infinity]
            upper quartile never [3, infinity]
            never 62.5 % [30.6, 86.3]""");
  }

  @Test
  void rulesOfTheLibraryReadTheHistory() {
    var sweep = Sweep.of(trial(12)).seeds(0, 70);
    var runs = sweep.runs();
    double[] last = runs.stream().mapToDouble(run -> run.history().finalLoss()).sorted().toArray();
    var losses = sweep.numbers(Rule.finalLoss()).run();
    assertThat(losses.values()).isEqualTo(last);
    double some = losses.median().value();
    double[] epochs =
        runs.stream()
            .mapToDouble(run -> first(run.history().loss(), some))
            .filter(epoch -> epoch > 0)
            .sorted()
            .toArray();
    var reached = sweep.numbers(Rule.epochsTo(some)).run();
    assertThat(reached.values()).isEqualTo(epochs);
    assertThat(reached.never().count()).isEqualTo(70L - epochs.length).isPositive();
    Trial noFurther = sweep.trial().fit(sweep.trial().fit().untilLoss(some));
    assertThat(Sweep.of(noFurther).seeds(0, 70).numbers(Rule.epochsTo(some)).run())
        .hasToString(reached.toString());
    assertThat(first(reached.example(0.1).run().history().loss(), some))
        .isEqualTo((int) reached.quantile(0.1).value());
  }

  private static int first(double[] losses, double most) {
    for (int epoch = 1; epoch <= losses.length; epoch++) {
      if (losses[epoch - 1] <= most) {
        return epoch;
      }
    }
    return 0;
  }

  @Test
  void aRunThatDivergedHasNoLastLoss() {
    var diverging = trial(9).optimizer(new SGD(1e9));
    var losses = Sweep.of(diverging).seeds(0, 9).numbers(Rule.finalLoss()).run();
    assertThat(losses.never()).isEqualTo(new Rate(9, 9));
    assertThat(losses.values()).isEmpty();
    assertThat(losses.toString())
        .startsWith("9 trials\nlower quartile never [")
        .contains("never 100.0 %");
  }

  @Test
  void rulesOfTheLibraryAreNamedAfterWhatTheyAsk() {
    assertThat(Rule.epochsTo(0.002).name()).isEqualTo("epochs to loss 0.002");
    assertThat(Rule.finalLoss().name()).isEqualTo("final loss");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rule.epochsTo(NAN))
        .withMessage("loss must be a finite number. Received: NaN");
  }

  @Test
  void eachCellIsASweepOfItsOwn() {
    var epochs = List.of(1, 3, 2);
    var sweep = Sweep.of(trial(1)).seeds(-5, 80).threads(2);
    var grid = sweep.over("epochs", epochs, Trial::epochs).numbers(Rule.finalLoss()).run();
    assertThat(grid.trials()).isEqualTo(240);
    assertThat(grid.rows() + " x " + grid.columns()).isEqualTo("3 x 1");
    assertThat(grid.engine()).isEqualTo(grid.cell(0, 0).engine());
    for (int row = 0; row < 3; row++) {
      var one = Sweep.of(trial(epochs.get(row))).seeds(-5, 80);
      var alone = one.numbers(Rule.finalLoss()).run();
      assertThat(grid.at(epochs.get(row))).hasToString(alone.toString());
      assertThat(grid.cell(row, 0).values()).isEqualTo(alone.values());
      assertThat(grid.cell(row, 0).example(0.3)).isEqualTo(alone.example(0.3));
      assertThat(grid.quantiles(0.3)[row]).containsExactly(alone.quantile(0.3).value());
    }
    double[] medians = Stream.of(grid.quantiles(0.5)).mapToDouble(row -> row[0]).sorted().toArray();
    String range = Quantile.words(medians[0]) + " to " + Quantile.words(medians[2]);
    assertThat(grid)
        .hasToString("epochs, 3 x 1 cells, 240 trials\nmedian " + range + "\nnever 0.0 to 0.0 %");
    Stream.<ThrowingCallable>of(
            grid::median,
            grid::never,
            grid::min,
            grid::max,
            grid::values,
            () -> grid.quantile(0.1),
            () -> grid.atMost(1),
            () -> grid.example(0.5))
        .forEach(
            call ->
                assertThatIllegalArgumentException()
                    .isThrownBy(call)
                    .withMessage(
                        "numbers must be those of one cell here, take one of the grid by at(..) or"
                            + " cell(..). Received: 3 x 1 cells"));
  }

  @Test
  void anInterruptedSweepHasTheNumbersOfItsFirstSeeds() {
    var sweep = Sweep.of(trial(20)).seeds(3, 100_000).threads(2);
    var numbers = sweep.numbers(Rule.finalLoss()).run(interruptAfter(100));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(numbers.isPartial()).isTrue();
    assertThat(numbers.end()).isEqualTo(End.INTERRUPTED);
    assertThat(numbers.toString()).contains(" trials of 100000, interrupted\nfrom ");
    var again = sweep.seeds(3, numbers.trials()).numbers(Rule.finalLoss()).run();
    assertThat(again.values()).isEqualTo(numbers.values());
    Thread.currentThread().interrupt();
    var none = sweep.numbers(Rule.finalLoss()).run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(none).hasToString("0 trials of 100000, interrupted");
    assertThat(none.median()).hasToString("no trials");
    assertThat(none.never()).isEqualTo(new Rate(0, 0));
    assertThat(none.atMost(1)).isEqualTo(new Rate(0, 0));
    assertThat(none.values()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.example(0.5))
        .withMessage("an example must be one of some trials. Received: no trials");
  }

  @Test
  void outcomesThatAreNumbersAreTakenAsSuch() {
    var outcomes = Sweep.of(trial(1)).seeds(0, 90).outcomes(Trials::fingerprint).run();
    var numbers = Sweep.of(trial(1)).seeds(0, 90).numbers(Trials::fingerprint).run();
    assertThat(Numbers.of(outcomes)).hasToString(numbers.toString());
    var some = Numbers.of(outcomes.only(outcome -> outcome < 3));
    assertThat(some.values()).isEqualTo(Arrays.copyOf(numbers.values(), (int) some.trials()));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    var sweep = Sweep.of(tiny()).seeds(0, 9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sweep.stopWhenNarrowerThan(0.1).numbers(Rule.finalLoss()))
        .withMessage(
            "width must not be set for numbers, which are no rates: end them by stopAfter(..)."
                + " Received: 0.1");
    var numbers = sweep.numbers(Rule.finalLoss()).run();
    for (double share : new double[] {-1, 0, 1, NAN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> numbers.quantile(share))
          .withMessage("share must be above 0 and below 1. Received: " + share);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> numbers.example(1.5))
        .withMessage("share must be from 0 to 1. Received: 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quantile(1, 2, 3))
        .withMessage("a quantile must lie between low and high. Received: 1.0, 2.0 and 3.0");
  }

  @Test
  void quantilesPrintWholeNumbersInFull() {
    assertThat(new Quantile(131, 127, 140)).hasToString("131 [127, 140]");
    assertThat(new Quantile(0.123456, 1e-7, 1e12)).hasToString("0.1235 [1.000e-07, 1.000e+12]");
    assertThat(new Quantile(NEVER, 512, NEVER)).hasToString("never [512, infinity]");
    assertThat(new Quantile(NEVER, NEVER, NEVER)).hasToString("never");
  }
}
