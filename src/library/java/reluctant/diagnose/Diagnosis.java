package reluctant.diagnose;

import static reluctant.Text.format;
import static reluctant.Text.rounded;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.train.Run;

/**
 * What happened in a run, said in sentences: where the network stopped, and what can be seen of its
 * units, steps and scale.
 *
 * <pre>{@code
 * Diagnosis.of(trial.run())
 * // It gives the mean of the targets, 0.5 whatever the sample.
 * // Of its 3 hidden units, 3 are dead: no gradient on 99 % of the samples.
 * }</pre>
 *
 * <p>It sees and does not explain: which of these is the cause shows when one of them is taken
 * away.
 *
 * @param run what a trial gave
 * @param learnt whether it has learnt, by the rule that was given or {@link Criterion}
 * @param findings what was seen, that which tells most first; at least one
 */
public record Diagnosis(Run run, boolean learnt, List<Finding> findings) {

  /**
   * Something seen of a trained network.
   *
   * @param symptom what kind of thing
   * @param sentence what was seen, with its numbers
   */
  public record Finding(Symptom symptom, String sentence) {

    public Finding {
      Require.present("symptom", symptom);
      Require.present("sentence", sentence);
    }

    /** Returns the sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  public Diagnosis {
    Require.present("run", run);
    findings = List.copyOf(Require.each("findings", findings));
    Require.atLeast("the number of findings", findings.size(), 1);
  }

  /**
   * Looks at a run, judged by {@link Criterion}.
   *
   * @param run what a trial gave
   * @return what is seen
   */
  public static Diagnosis of(Run run) {
    return of(run, criterion(run));
  }

  /**
   * Looks at a run, judged by a rule of one's own.
   *
   * @param run what a trial gave
   * @param learnt says whether it has learnt; a rule of a sweep is one by {@code rule::of}
   * @return what is seen
   */
  public static Diagnosis of(Run run, Predicate<? super Run> learnt) {
    Require.present("run", run);
    boolean hasLearnt = Require.present("learnt", learnt).test(run);
    return new Diagnosis(run, hasLearnt, all(run, hasLearnt).toList());
  }

  /** The headline alone, for which less is computed. */
  static Finding first(Run run) {
    return all(run, criterion(run).test(run)).findFirst().orElseThrow();
  }

  private static Predicate<Run> criterion(Run run) {
    return Criterion.of(Require.present("run", run).trial())::isMetBy;
  }

  private static Stream<Finding> all(Run run, boolean learnt) {
    Answers answers = Answers.of(run);
    if (run.history().divergedAt().isPresent() || !answers.areFinite()) {
      return lazily(List.of(() -> Optional.of(diverged(run)), () -> LargeSteps.of(run)));
    }
    Stream<Finding> units = Stream.of(run).flatMap(any -> units(run));
    if (learnt) {
      return Stream.concat(Stream.of(learnt(answers)), units);
    }
    return Stream.of(level(answers), budget(run, answers), units).flatMap(findings -> findings);
  }

  /** Where it stopped: the first level that its answers are at. */
  private static Stream<Finding> level(Answers answers) {
    return lazily(
            List.of(
                () -> Floor.of(answers),
                () -> DeadOutput.of(answers),
                () -> Levels.constant(answers),
                () -> Levels.line(answers),
                () -> SingleHinge.of(answers),
                () -> SomeSamples.of(answers)))
        .limit(1);
  }

  private static Stream<Finding> budget(Run run, Answers answers) {
    return lazily(
        List.of(
            () -> moving(run),
            () -> LargeSteps.of(run),
            () -> Travel.of(run.trial()),
            () -> level(answers).findFirst().isPresent() ? Optional.empty() : elsewhere(answers)));
  }

  private static Stream<Finding> lazily(List<Supplier<Optional<Finding>>> readers) {
    return readers.stream().map(Supplier::get).flatMap(Optional::stream);
  }

  private static Stream<Finding> units(Run run) {
    return HiddenUnits.of(run.network(), run.trial().dataset()).findings();
  }

  private static Finding diverged(Run run) {
    OptionalLong step = run.history().divergedAt();
    String when = step.isPresent() ? " at step " + step.getAsLong() : "";
    return new Finding(Symptom.DIVERGED, "It diverged" + when + ": its numbers are not finite.");
  }

  private static Finding learnt(Answers answers) {
    return new Finding(Symptom.LEARNT, "It has learnt" + left(answers) + ".");
  }

  private static Optional<Finding> elsewhere(Answers answers) {
    return Optional.of(new Finding(Symptom.ELSEWHERE, "It has not learnt" + left(answers) + "."));
  }

  private static String left(Answers answers) {
    Run run = answers.run();
    Criterion criterion = Criterion.of(run.trial());
    if (criterion != Criterion.VARIANCE) {
      return ": " + rounded(100 * criterion.share(run)) + " % of the samples are right";
    }
    double share = answers.error() / answers.variance();
    return Double.isFinite(share)
        ? ": " + rounded(100 * share) + " % of the targets' variance is left"
        : "";
  }

  private static Optional<Finding> moving(Run run) {
    return Plateau.isMoving(run)
        ? Optional.of(
            new Finding(
                Symptom.STILL_MOVING,
                format(
                    "It still moves: its loss fell by %s %% over the last half of its epochs.",
                    rounded(100 * Plateau.fall(run.history().loss())))))
        : Optional.empty();
  }

  /** Returns what tells most. */
  public Finding headline() {
    return findings.get(0);
  }

  /**
   * Says whether something was seen.
   *
   * @param symptom what is asked for
   */
  public boolean has(Symptom symptom) {
    Require.present("symptom", symptom);
    return findings.stream().anyMatch(finding -> finding.symptom() == symptom);
  }

  /** Returns the sentences, a line each, the headline first. */
  @Override
  public String toString() {
    return findings.stream().map(Finding::sentence).collect(Collectors.joining("\n"));
  }
}
