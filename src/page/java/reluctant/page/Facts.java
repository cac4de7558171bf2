package reluctant.page;

import static reluctant.Text.number;

import java.util.List;
import java.util.Optional;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** What a page's controls show of a trial: a name and its value on each line. */
final class Facts {

  private final StringBuilder text = new StringBuilder();

  private Facts() {}

  static String of(Trial trial) {
    var facts = new Facts();
    Fit fit = trial.fit();
    facts.add("line", trial.line());
    facts.add("seed", trial.seed());
    facts.add("inputs", trial.data().features());
    facts.add("outputs", trial.data().outputs());
    facts.add("samples", trial.data().samples());
    facts.add("problem", trial.data());
    facts.add("parameters", trial.model().parameterCount());
    facts.add("kernels", trial.model().layers().stream().filter(Dense.class::isInstance).count());
    facts.add("fit", fit);
    facts.add("optimizer", fit.optimizer());
    facts.add("learningRate", number(fit.optimizer().learningRate()));
    facts.add("epochs", fit.epochs());
    facts.add("totalEpochs", fit.totalEpochs());
    hidden(trial.model().layers())
        .ifPresent(
            dense -> {
              facts.add("hiddenUnits", dense.units());
              facts.add("hiddenActivation", dense.activation());
              facts.add("start", dense.kernelInitializer());
            });
    return facts.text.toString();
  }

  /** The first Dense layer but the last layer. */
  private static Optional<Dense> hidden(List<Layer> layers) {
    return layers.subList(0, layers.size() - 1).stream()
        .filter(Dense.class::isInstance)
        .map(Dense.class::cast)
        .findFirst();
  }

  private void add(String name, Object value) {
    text.append(name).append('\t').append(value).append('\n');
  }
}
