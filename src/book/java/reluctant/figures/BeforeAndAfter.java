package reluctant.figures;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.Palette;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Two trainings from the same start, which differ in one thing. */
final class BeforeAndAfter {
  private static final Map<String, Function<Trial, Object>> PARTS = parts();

  private final Trial before;
  private final Trial after;
  private final String changed;

  BeforeAndAfter(Trial before, Trial after) {
    this.before = Require.present("before", before);
    this.after = Require.present("after", after);
    if (!Arrays.equals(before.initial().parameters(), after.initial().parameters())) {
      throw Require.refusal(
          "after must start from the numbers that before starts from: give both the same seed and"
              + " the same initializers. Received: "
              + after);
    }
    List<String> changes = PARTS.keySet().stream().filter(this::differs).toList();
    if (changes.size() != 1) {
      throw Require.refusal(
          "after must differ from before in one of "
              + String.join(", ", PARTS.keySet())
              + ". Received: "
              + (changes.isEmpty() ? "no difference" : String.join(", ", changes)));
    }
    changed = changes.get(0);
  }

  private static Map<String, Function<Trial, Object>> parts() {
    var parts = new LinkedHashMap<String, Function<Trial, Object>>();
    parts.put("network", Trial::model);
    parts.put("data", Trial::data);
    parts.put("optimizer", trial -> trial.fit().optimizer());
    parts.put("loss", trial -> trial.fit().loss());
    parts.put("epochs", trial -> trial.fit().epochs());
    parts.put("batch size", trial -> trial.fit().batchSize());
    return parts;
  }

  private boolean differs(String part) {
    return !value(part, before).equals(value(part, after));
  }

  private static Object value(String part, Trial trial) {
    return Require.present("parts", PARTS.get(part)).apply(trial);
  }

  /** What networks of one input and one output predict; of all others, how their loss went. */
  Chart chart() {
    Run first = before.run();
    Run second = after.run();
    Function<Run, String> name = run -> run.equals(first) ? "before" : "after";
    List<Run> runs = List.of(first, second);
    boolean isCurve = first.trial().data().features() == 1 && first.trial().data().outputs() == 1;
    Chart chart = isCurve ? Figures.predictions(runs, name) : Figures.losses(runs, name);
    return chart.title("The same start, with another " + changed).alt(words() + ". " + chart.alt());
  }

  private String words() {
    String from = Palette.label(value(changed, before));
    String to = Palette.label(value(changed, after));
    return "From the same start, before with the " + changed + " " + from + ", after with " + to;
  }
}
