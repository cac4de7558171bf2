package reluctant.page;

import java.util.Arrays;
import java.util.TreeSet;
import reluctant.Require;
import reluctant.claim.Rules;
import reluctant.diagnose.Diagnosis;
import reluctant.sweep.Interval;
import reluctant.sweep.Rate;
import reluctant.train.History;
import reluctant.train.Training;
import reluctant.train.Trial;

/**
 * Answers a page's questions, one after the other. A question is a word, a line break and what the
 * word needs; the package's page lists them. Of what is trained it keeps one at a time.
 */
final class Desk {

  /** What is there before a page asks for anything. */
  private static final String FIRST =
      "new Trial(Sequential.of(1, new Dense(2, RELU), new Dense(1)), absoluteValue(400, 1000.0),"
          + " new Fit(new Adam(0.001), MSE, 1000, 32), 6L)";

  private Training training = new Training(Trial.parse(FIRST));

  /** Returns the answer, or why there is none. */
  Answer answer(String question) {
    String[] parts = question.split("\n", 2);
    try {
      return answer(parts[0], parts.length > 1 ? parts[1] : "");
    } catch (RuntimeException refusal) { // no exception crosses the border
      return Answer.refused(String.valueOf(refusal.getMessage()));
    }
  }

  private Answer answer(String word, String rest) {
    return switch (word) {
      case "begin" -> begin(Trial.parse(rest));
      case "rewind" -> begin(training.soFar().trial());
      case "advance" -> advance(whole(rest));
      case "samples" -> View.samples(training.data());
      case "view" -> View.of(training, whole(rest));
      case "units" -> Hidden.of(training);
      case "diagnose" -> Answer.of(Diagnosis.of(training.soFar()).toString());
      case "keras" -> Answer.of(training.soFar().trial().toKeras());
      case "report" -> Answer.of(Report.of(Trial.parse(rest)));
      case "rules" -> Answer.of(String.join("\n", new TreeSet<>(Rules.names())));
      case "count" -> count(rest.split("\n", 4));
      case "rate" -> rate(rest.split("\n", 2));
      default -> throw Require.refusal("a page's question must be known. Received: " + word);
    };
  }

  private Answer begin(Trial trial) {
    training = new Training(trial);
    return Answer.of(Facts.of(trial));
  }

  /** Tells how it ended, if it did, and the losses of the epochs since. */
  private Answer advance(int epochs) {
    int before = training.epochs();
    boolean isOver = training.advance(epochs);
    History history = training.soFar().history();
    double[] losses = history.loss();
    return Answer.of(
        isOver ? history.toString() : "", Arrays.copyOfRange(losses, before, losses.length));
  }

  /** Of a rule, a first seed, how many seeds of its block, and a line. */
  private static Answer count(String[] parts) {
    return Answer.of(
        Count.of(parts[0], Long.parseLong(parts[1]), whole(parts[2]), Trial.parse(parts[3])));
  }

  /** Wilson's interval of so many out of so many. */
  private static Answer rate(String[] parts) {
    var rate = new Rate(whole(parts[0]), whole(parts[1]));
    Interval interval = rate.interval();
    return Answer.of(rate.toString(), interval.low(), rate.value(), interval.high());
  }

  private static int whole(String text) {
    return Integer.parseInt(text.strip());
  }
}
