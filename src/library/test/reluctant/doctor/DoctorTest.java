package reluctant.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Problems.formula;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.MSE;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import reluctant.doctor.Doctor.End;
import reluctant.doctor.Treatment.Effect;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

/** What is concluded from which seeds learn, which rules here say without any training. */
class DoctorTest {

  private static final Duration ENOUGH = Duration.ofMinutes(10);

  /** Remedies: 10 learning rates, 10 times the epochs, 100 times, 4 times the units. */
  private static final Trial TRIAL =
      new Trial(
          Sequential.of(1, new Dense(3, TANH), new Dense(1)),
          formula("sin(3 x)", grid(-1, 1, 8)),
          new Fit(new Adam(0.01), MSE, 1, 8),
          5);

  private static Doctor of(Predicate<Run> learnt) {
    return Doctor.of(TRIAL, learnt, ENOUGH);
  }

  private static boolean hasUnits(Run run, int units) {
    return ((Dense) run.trial().model().layers().get(0)).units() == units;
  }

  private static double rate(Run run) {
    return run.trial().fit().optimizer().learningRate();
  }

  /** Counts the seeds 0 to 3, 64 to 67 and so on. */
  private static boolean isOneOf(Run run, int some, int all) {
    long seed = run.trial().seed();
    return (seed / 64 * 4 + seed % 64) % all < some;
  }

  @Test
  void aTrialIsHealthyThatSurelyLearnsInMoreThanFourFifths() {
    Doctor all = of(run -> true);
    assertThat(all.end()).isEqualTo(End.HEALTHY);
    assertThat(all.cause()).isEmpty();
    assertThat(all.treatments()).isEmpty();
    assertThat(all.failing()).isEmpty();
    assertThat(all.toString())
        .isEqualTo("Nothing is wrong: it learns in 16 of 16 runs, 100.0 % [80.6, 100.0].");
    Doctor some = of(run -> run.trial().seed() != 3);
    assertThat(some.rate()).hasToString("96.9 % [84.3, 99.4]");
    assertThat(some.end()).isEqualTo(End.HEALTHY);
  }

  @Test
  void aCauseIsNamedWhenTakingItAwayMovesTheRate() {
    Doctor doctor = of(run -> hasUnits(run, 16));
    assertThat(doctor.end()).isEqualTo(End.SURE);
    assertThat(doctor.cause()).contains(Cause.FEW_UNITS);
    assertThat(doctor.sentence())
        .startsWith(
            "It fails in 16 of 16 runs because it has too few units: with 4 times the units the"
                + " same seeds learn in 16. What failed shows: ");
    assertThat(doctor.treatments().get(0).toString())
        .isEqualTo("4 times the units: 16 of 16, +100.0 points [+70.7, +100.0], helps most");
    assertThat(doctor.failing()).contains(TRIAL.seed(0));
    assertThat(doctor.cured()).contains(TRIAL.seed(0).hiddenUnits(16));
    assertThat(doctor.toString())
        .endsWith("\nIt fails: " + TRIAL.seed(0) + "\nIt learns: " + TRIAL.seed(0).hiddenUnits(16));
    assertThat(doctor.symptoms().values().stream().mapToLong(n -> n).sum()).isEqualTo(16);
    assertThat(doctor.trial()).isEqualTo(TRIAL.seed(0));
  }

  @Test
  void itSaysNothingForSureWhereNothingHelps() {
    Doctor doctor = of(run -> false);
    assertThat(doctor.end()).isEqualTo(End.NOT_SURE);
    assertThat(doctor.cause()).isEmpty();
    assertThat(doctor.cured()).isEmpty();
    assertThat(doctor.rate().trials()).isEqualTo(16);
    assertThat(doctor.treatments()).allMatch(one -> one.effect() == Effect.NONE);
    assertThat(doctor.sentence())
        .startsWith("It fails in 16 of 16 runs. Not sure why: none of ")
        .contains(" remedies surely cures half of that. At best ");
  }

  @Test
  void failuresThatAreTooRareAreLeftOpen() {
    Doctor doctor = of(run -> !isOneOf(run, 1, 7));
    assertThat(doctor.end()).isEqualTo(End.NOT_SURE);
    assertThat(doctor.treatments()).isEmpty();
    assertThat(doctor.sentence())
        .startsWith("It fails in 10 of 64 runs. Not sure why: that is too rare to tell.");
  }

  /** A third learns as it is; with more units each does, which 11 failures of 16 leave open. */
  @Test
  void moreSeedsAreTriedWhereThatLeavesItOpen() {
    Doctor doctor = of(run -> isOneOf(run, 1, 3) || hasUnits(run, 16));
    assertThat(doctor.cause()).contains(Cause.FEW_UNITS);
    assertThat(doctor.rate().trials()).isEqualTo(32);
    assertThat(doctor.cured()).contains(TRIAL.seed(1).hiddenUnits(16));
  }

  /** What cures a third of the failures surely helps, and is no cause. */
  @Test
  void aCauseIsWhatHalfOfTheFailuresHave() {
    Doctor third = of(run -> hasUnits(run, 16) && isOneOf(run, 1, 3));
    assertThat(third.end()).isEqualTo(End.NOT_SURE);
    assertThat(third.sentence()).contains("At best 4 times the units does, +3");
    Doctor most = of(run -> hasUnits(run, 16) && isOneOf(run, 2, 3));
    assertThat(most.cause()).contains(Cause.FEW_UNITS);
  }

  @Test
  void ofRemediesThatHelpAlikeTheFirstIsBelieved() {
    Doctor doctor = of(run -> hasUnits(run, 16) || rate(run) == 0.1);
    assertThat(doctor.cause()).contains(Cause.SLOW);
    assertThat(doctor.cure().map(Treatment::remedy)).contains("a learning rate of 0.1");
    assertThat(doctor.sentence()).contains(" As good: 4 times the units.");
  }

  @Test
  void oneThatSurelyHelpsMoreIsBelievedBeforeIt() {
    Doctor doctor = of(run -> hasUnits(run, 16) || (rate(run) == 0.1 && isOneOf(run, 3, 5)));
    assertThat(doctor.cause()).contains(Cause.FEW_UNITS);
    assertThat(doctor.sentence()).doesNotContain("As good");
  }

  /** Each cures every other seed, which is sure after 32. */
  @Test
  void rivalsThatCureDifferentSeedsAreAsGood() {
    Doctor doctor =
        of(
            run ->
                (rate(run) == 0.1 && isOneOf(run, 1, 2))
                    || (rate(run) == 1e-5 && !isOneOf(run, 1, 2)));
    assertThat(doctor.rate().trials()).isEqualTo(32);
    assertThat(doctor.cause()).contains(Cause.LARGE_STEPS);
    assertThat(doctor.sentence()).contains("with a learning rate of 0.00001 the same seeds learn");
  }

  @Test
  void whatTakesTooLongIsNotBegun() {
    Trial slow = TRIAL.epochs(100_000_000);
    Doctor doctor = Doctor.of(slow, run -> false, Duration.ofMillis(1));
    assertThat(doctor.end()).isEqualTo(End.TOO_LONG);
    assertThat(doctor.sentence())
        .matches("Not sure; it would take about [\\d,]+ (minutes|hours)\\.");
    assertThat(doctor.rate().trials()).isZero();
  }

  @Test
  void anInterruptEndsItAndStaysSet() {
    Thread.currentThread().interrupt();
    Doctor doctor = of(run -> true);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(doctor.end()).isEqualTo(End.INTERRUPTED);
    assertThat(doctor.sentence()).isEqualTo("Not sure; it was interrupted.");
  }

  @Test
  void timesAreToldInWords() {
    assertThat(List.of(0.2, 29.6, 100.0, 250.0, 86_000.0))
        .map(DoctorText::about)
        .containsExactly(
            "about 1 seconds",
            "about 30 seconds",
            "about 2 minutes",
            "about 4 minutes",
            "about 24 hours");
  }

  @Test
  void itNeedsTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Doctor.of(TRIAL, run -> true, Duration.ZERO))
        .withMessage("patience must be longer than 0. Received: PT0S");
  }
}
