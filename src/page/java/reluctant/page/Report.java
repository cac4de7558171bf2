package reluctant.page;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import reluctant.claim.Rules;
import reluctant.diagnose.Diagnosis;
import reluctant.diagnose.HiddenUnits;
import reluctant.train.History;
import reluctant.train.Metric;
import reluctant.train.Run;
import reluctant.train.Training;
import reluctant.train.Trial;

/**
 * All that a trial gives, as text that is the same wherever it was trained: the bits of each
 * parameter, hashes of what was measured in each epoch, what the rules of the book say of it, its
 * units, its diagnosis and its program for Keras.
 */
final class Report {

  private static final String LINEAR_PROGRAM = "Separability::atStart";
  private static final int MOST_SAMPLES = 60;
  private static final int MOST_PARAMETERS = 60;

  private final StringBuilder text = new StringBuilder();

  private Report() {}

  /** Trains a trial and reports. */
  static String of(Trial trial) {
    Run run = new Training(trial).toEnd();
    var report = new Report();
    report.add("trial", trial.toString());
    report.addHistory(run.history());
    report.add("parameters", bits(run.network().parameters()));
    Rules.names().stream()
        .filter(rule -> isQuick(rule, trial))
        .sorted()
        .forEach(rule -> report.add(rule, outcome(rule, run)));
    report.add("units", told(() -> HiddenUnits.of(run.network(), trial.dataset()).toString()));
    report.add("diagnosis", told(() -> Diagnosis.of(run).toString()));
    report.add("keras", told(trial::toKeras));
    return report.text.toString();
  }

  private void addHistory(History history) {
    add("end", history.end() + " " + Arrays.toString(history.epochsOfFits()));
    add("diverged", String.valueOf(history.divergedAt().orElse(0)));
    add("losses", hash(history.loss()));
    add("validation", hash(history.validationLoss()));
    add("norms", hash(history.gradientNorm()));
    for (Metric metric : history.metrics()) {
      add(metric.toString(), hash(history.metric(metric)));
    }
  }

  private void add(String what, String is) {
    text.append(what).append(": ").append(is).append('\n');
  }

  /** Whether a rule takes no longer than the training: a linear program and a Hessian grow fast. */
  private static boolean isQuick(String rule, Trial trial) {
    return rule.equals(LINEAR_PROGRAM)
        ? trial.data().samples() <= MOST_SAMPLES
        : trial.model().parameterCount() <= MOST_PARAMETERS;
  }

  private static String outcome(String rule, Run run) {
    return told(() -> String.valueOf(Rules.named(rule).of(run)));
  }

  /** What there is to tell, or why there is nothing; of odd numbers EJML gives up. */
  private static String told(Supplier<String> tells) {
    try {
      return tells.get();
    } catch (RuntimeException failure) {
      return "refused, " + failure.getMessage();
    }
  }

  private static String bits(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> format("%016x", Double.doubleToLongBits(number)))
        .collect(Collectors.joining(" "));
  }

  /** FNV-1a over the bits of all numbers. */
  private static String hash(double[] numbers) {
    long hash = 0xcbf29ce484222325L;
    for (double number : numbers) {
      hash = (hash ^ Double.doubleToLongBits(number)) * 0x100000001b3L;
    }
    return format("%d numbers, %016x", numbers.length, hash);
  }
}
