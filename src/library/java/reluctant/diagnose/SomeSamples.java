package reluctant.diagnose;

import static reluctant.Text.format;
import static reluctant.Text.rounded;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reluctant.diagnose.Diagnosis.Finding;

/**
 * Answers that are right for some samples and plainly wrong for the others: for at most half of
 * them, as a corner of XOR, or with one and the same answer to them all.
 */
final class SomeSamples {

  /** A sample is learnt whose errors are below this share of the range of the targets. */
  private static final double SMALL = 0.2;

  /** The worst sample is off by more than this share. */
  private static final double LARGE = 0.4;

  /** Answers are the same that lie apart by less than this share. */
  private static final double ALIKE = 0.02;

  /** So many samples are told one by one. */
  private static final int TOLD = 3;

  private static final int MOST_FEATURES = 4;

  private SomeSamples() {}

  static Optional<Finding> of(Answers answers) {
    double[] errors = errors(answers);
    List<Integer> wrong =
        IntStream.range(0, errors.length).filter(row -> errors[row] >= SMALL).boxed().toList();
    double worst = Arrays.stream(errors).max().orElse(0);
    if (wrong.isEmpty() || wrong.size() == errors.length || worst < LARGE) {
      return Optional.empty();
    }
    boolean isAlike = answers.outputs() == 1 && spread(answers, wrong) < ALIKE;
    if (2 * wrong.size() > errors.length && !isAlike) {
      return Optional.empty();
    }
    String what = isAlike && wrong.size() > 1 ? alike(answers, wrong) : told(answers, wrong);
    return Optional.of(
        new Finding(
            Symptom.SOME_SAMPLES,
            format(
                "It has learnt %d of %d samples%s.",
                errors.length - wrong.size(), errors.length, what)));
  }

  /** How far the answers to some samples lie apart, in parts of the targets' range. */
  private static double spread(Answers answers, List<Integer> rows) {
    var some = rows.stream().mapToDouble(row -> answers.predictions()[row]).summaryStatistics();
    var all = Arrays.stream(answers.targets()).summaryStatistics();
    return (some.getMax() - some.getMin()) / (all.getMax() - all.getMin());
  }

  private static String alike(Answers answers, List<Integer> wrong) {
    return " and gives all others " + rounded(answers.predictions()[wrong.get(0)]);
  }

  /** The largest error of each sample, in parts of its target's range. */
  private static double[] errors(Answers answers) {
    int outputs = answers.outputs();
    double[] y = answers.targets();
    var least = new double[outputs];
    var most = new double[outputs];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < y.length; i++) {
      least[i % outputs] = Math.min(least[i % outputs], y[i]);
      most[i % outputs] = Math.max(most[i % outputs], y[i]);
    }
    var errors = new double[answers.samples()];
    for (int i = 0; i < y.length; i++) {
      double range = most[i % outputs] - least[i % outputs];
      double error = Math.abs(answers.predictions()[i] - y[i]) / (range > 0 ? range : 1);
      errors[i / outputs] = Math.max(errors[i / outputs], error);
    }
    return errors;
  }

  private static String told(Answers answers, List<Integer> wrong) {
    boolean hasRoom = wrong.size() <= TOLD && answers.inputs().numCols <= MOST_FEATURES;
    return hasRoom && answers.outputs() == 1
        ? wrong.stream().map(row -> told(answers, row)).collect(Collectors.joining(", ", "; ", ""))
        : "";
  }

  /** Such as "(1, 1) gets 0.5 in the place of 0". */
  private static String told(Answers answers, int row) {
    int features = answers.inputs().numCols;
    String sample =
        Arrays.stream(answers.inputs().data, row * features, (row + 1) * features)
            .mapToObj(x -> rounded(x))
            .collect(Collectors.joining(", ", "(", ")"));
    return format(
        "%s gets %s in the place of %s",
        sample, rounded(answers.predictions()[row]), rounded(answers.targets()[row]));
  }
}
