package reluctant.doctor;

import static reluctant.nn.Activation.LEAKY_RELU;
import static reluctant.nn.Activation.LINEAR;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.TANH;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import reluctant.Text;
import reluctant.data.Dataset;
import reluctant.diagnose.Criterion;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.OutputRange;
import reluctant.nn.Activation;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.Regularizer;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Rprop;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

/**
 * The usual remedies, as far as a trial has what they take away. Where several help alike the first
 * of them is believed: those against what is certain of an architecture or the data come first, and
 * what more of everything cures comes last.
 */
final class Remedies {

  private static final int DEEP = 3;
  private static final int FEWEST_UNITS = 16;
  private static final int FEW_STEPS = 100;
  private static final double[] SMALLER = {1 / 3.0, 0.1, 1 / 30.0, 0.01, 0.001};
  private static final double[] LARGER = {3, 10, 30, 100, 1000};

  private final Trial trial;
  private final Signs signs;
  private final List<Remedy> all = new ArrayList<>();

  private Remedies(Trial trial, Signs signs) {
    this.trial = trial;
    this.signs = signs;
  }

  /**
   * Chooses remedies.
   *
   * @param trial what fails
   * @param signs what its failing runs show
   */
  static List<Remedy> of(Trial trial, Signs signs) {
    var remedies = new Remedies(trial, signs);
    remedies.architecture();
    remedies.data();
    remedies.start();
    remedies.loss();
    remedies.rates(SMALLER, Cause.LARGE_STEPS);
    remedies.depth();
    remedies.deadActivation();
    remedies.budget();
    remedies.more();
    var different = new HashSet<Trial>();
    return remedies.all.stream()
        .filter(remedy -> remedy.changes(trial) && different.add(remedy.of(trial)))
        .toList();
  }

  private void add(boolean isApt, Cause cause, String name, UnaryOperator<Trial> change) {
    if (isApt) {
      all.add(new Remedy(name, cause, 1, change));
    }
  }

  private void architecture() {
    Dataset data = trial.dataset();
    boolean isOutside = OutputRange.of(trial.model()).outside(data.targets().getDDRM().data) > 0;
    add(isOutside, Cause.OUTPUT, "a linear last layer", Remedies::linearLast);
    linear();
    add(true, Cause.PENALTIES, "no penalties, constraints and dropout", Remedies::withoutPenalties);
    add(
        true,
        Cause.NO_BIASES,
        "biases in all layers",
        t -> Layers.each(t, layer -> layer.useBias(true)));
  }

  /** Nothing bends before the last activation. */
  private void linear() {
    List<Dense> hidden = Layers.hidden(trial);
    boolean isLinear =
        Layers.last(trial, layer -> layer.activation(LINEAR)).model().isLinear()
            && bends(trial.dataset());
    boolean hasHidden = !hidden.isEmpty();
    add(
        isLinear && hasHidden,
        Cause.LINEAR,
        "tanh in the hidden layers",
        t -> t.hiddenActivation(TANH));
    add(
        isLinear && hasHidden,
        Cause.LINEAR,
        "ReLU in the hidden layers",
        t -> t.hiddenActivation(RELU));
    var first = new Dense(FEWEST_UNITS, TANH);
    add(
        isLinear && !hasHidden,
        Cause.LINEAR,
        "a hidden layer of 16 tanh units",
        t -> Layers.behind(t, first));
  }

  /** Whether the best line would not have learnt it. */
  private boolean bends(Dataset data) {
    return Criterion.of(trial) != Criterion.VARIANCE || Fvu.ofLeastSquares(data) >= 0.01;
  }

  private static Trial linearLast(Trial trial) {
    Trial linear = Layers.last(trial, layer -> layer.activation(LINEAR));
    boolean isOfValues = Criterion.of(trial) == Criterion.VARIANCE;
    return isOfValues ? linear.fit(trial.fit().loss(Loss.MSE)) : linear;
  }

  private static Trial withoutPenalties(Trial trial) {
    return Layers.each(
        Layers.withoutDropout(trial),
        layer -> layer.kernelRegularizer(Regularizer.NONE).kernelConstraint(Constraint.NONE));
  }

  /** Data for validation would stay in the old scale. */
  private void data() {
    boolean isAlone = trial.fit().validationData() == null;
    Dataset data = trial.dataset();
    add(
        isAlone && !Scale.isUsual(data.inputs()),
        Cause.INPUT_SCALE,
        "standardized inputs",
        t -> t.data(t.data().standardizedInputs()));
    boolean isFree =
        Criterion.of(trial) == Criterion.VARIANCE && !OutputRange.of(trial.model()).isBounded();
    add(
        isAlone && isFree && !Scale.isUsual(data.targets()),
        Cause.TARGET_SCALE,
        "standardized targets",
        t -> t.data(t.data().standardizedTargets()));
  }

  private void start() {
    Cause cause = signs.ofStart();
    add(true, cause, "Keras' start", t -> started(t, Initializer.GLOROT_UNIFORM));
    boolean isRelu = Layers.hidden(trial).stream().anyMatch(layer -> dies(layer.activation()));
    add(isRelu, cause, "He's start", t -> started(t, Initializer.HE_NORMAL));
  }

  private static Trial started(Trial trial, Initializer kernel) {
    return Layers.each(
        trial, layer -> layer.kernelInitializer(kernel).biasInitializer(Initializer.ZEROS));
  }

  private void loss() {
    boolean isOfValues = Criterion.of(trial) == Criterion.VARIANCE;
    Fit fit = trial.fit();
    add(isOfValues, Cause.LOSS, "mean squared error", t -> t.fit(fit.loss(Loss.MSE)));
    boolean isOfSides = Criterion.of(trial) == Criterion.PROBABILITIES;
    add(isOfSides, Cause.LOSS, "cross-entropy", t -> t.fit(fit.loss(Loss.BINARY_CROSSENTROPY)));
  }

  private void rates(double[] factors, Cause cause) {
    double rate = trial.fit().optimizer().learningRate();
    for (double factor : factors) {
      double other = rounded(rate * factor);
      add(
          !(trial.fit().optimizer() instanceof Rprop),
          cause,
          "a learning rate of " + Text.rounded(other),
          t -> t.learningRate(other));
    }
  }

  /** Two digits, which a line tells in short. */
  private static double rounded(double rate) {
    return Double.parseDouble(Text.format("%.1e", rate));
  }

  private void depth() {
    add(Layers.hidden(trial).size() >= DEEP, Cause.DEPTH, "one hidden layer", Layers::ends);
  }

  private void deadActivation() {
    if (signs.areDead()) {
      leaky(Cause.DEAD_UNITS);
    }
    if (signs.areSaturated()) {
      leaky(Cause.SATURATION);
    }
  }

  private void leaky(Cause cause) {
    boolean canBeFlat =
        Layers.hidden(trial).stream()
            .map(Dense::activation)
            .anyMatch(f -> dies(f) || OutputRange.of(f).isBounded());
    add(canBeFlat, cause, "leaky ReLU in the hidden layers", t -> t.hiddenActivation(LEAKY_RELU));
  }

  /** Whether an activation passes nothing below 0. */
  private static boolean dies(Activation f) {
    return !f.equals(Activation.SOFTMAX) && f.slope(-1, f.value(-1)) == 0;
  }

  private void budget() {
    rates(LARGER, Cause.SLOW);
    longer(10);
    if (steps() < FEW_STEPS) {
      longer(100);
    }
  }

  private double steps() {
    double batches = Math.ceil((double) trial.data().samples() / trial.fit().batchSize());
    return batches * trial.fit().epochs();
  }

  private void longer(int times) {
    long epochs = (long) times * trial.fit().epochs();
    if (epochs <= Integer.MAX_VALUE) {
      String name = times + " times the epochs";
      all.add(new Remedy(name, Cause.SLOW, times, t -> longer(t, (int) epochs)));
    }
  }

  /** Without the ends that come before the last epoch. */
  private static Trial longer(Trial trial, int epochs) {
    Fit fit = trial.fit();
    return trial.fit(
        new Fit(fit.optimizer(), fit.loss(), epochs, fit.batchSize()).shuffle(fit.shuffle()));
  }

  private void more() {
    all.add(new Remedy("4 times the units", Cause.FEW_UNITS, 4, Remedies::larger));
    if (!signs.areDead() && !signs.areSaturated()) {
      leaky(Cause.ACTIVATION);
    }
    boolean isAdam = trial.fit().optimizer() instanceof Adam;
    add(!isAdam, Cause.OPTIMIZER, "Adam at 0.01", t -> t.optimizer(new Adam(0.01)));
  }

  private static Trial larger(Trial trial) {
    return Layers.eachHidden(
        trial, layer -> layer.units(Math.max(FEWEST_UNITS, 4 * layer.units())));
  }
}
