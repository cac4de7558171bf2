package reluctant.doctor;

import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.ELU;
import static reluctant.nn.Activation.LEAKY_RELU;
import static reluctant.nn.Activation.LINEAR;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.SIGMOID;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.BINARY_CROSSENTROPY;
import static reluctant.train.Loss.MSE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import reluctant.Text;
import reluctant.data.Problem;
import reluctant.diagnose.Criterion;
import reluctant.doctor.KnownTrials.Known;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.RandomUniform;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.SGD;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

/**
 * Draws trials whose fault is known, since it is put into a healthy one: on seeds that no doctor
 * sees, the healthy one learns in at least 31 of 32 runs, and the faulty one in at most 16. Written
 * after the doctor's rules were fixed.
 */
final class DrawnTrials {

  private static final int SEEDS = 32;
  private static final int FIRST_SEED = 6400;

  /** What is put in. */
  private enum Fault {
    DEAD_START(Cause.DEAD_UNITS),
    LARGE_RATE(Cause.LARGE_STEPS),
    INPUTS(Cause.INPUT_SCALE),
    TARGETS(Cause.TARGET_SCALE),
    LINEAR_STACK(Cause.LINEAR),
    SATURATED_START(Cause.SATURATION),
    ONE_UNIT(Cause.FEW_UNITS),
    ONE_CORNER(Cause.FEW_UNITS),
    TOO_SHORT(Cause.SLOW),
    UNITS_ALIKE(Cause.SYMMETRY);

    private final Cause cause;

    Fault(Cause cause) {
      this.cause = cause;
    }
  }

  private final Random random;

  DrawnTrials(long seed) {
    random = new Random(seed);
  }

  /** Two trials of each fault. */
  List<Known> failing() {
    List<Known> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      for (Fault fault : Fault.values()) {
        all.add(failing(fault));
      }
    }
    return all;
  }

  /** Five trials without a fault. */
  List<Known> healthy() {
    List<Known> all = new ArrayList<>();
    while (all.size() < 5) {
      Trial trial = trial(problem(), activation());
      if (learnt(trial) >= SEEDS - 1) {
        all.add(new Known("drawn, healthy", null, trial));
      }
    }
    return all;
  }

  private Known failing(Fault fault) {
    while (true) {
      Trial healthy = healthy(fault);
      Trial faulty = with(fault, healthy);
      if (learnt(faulty) <= SEEDS / 2 && learnt(healthy) >= SEEDS - 1) {
        return new Known("drawn, " + fault, fault.cause, faulty);
      }
    }
  }

  /** Out of 32, of 8 blocks that share an order of samples. */
  private static long learnt(Trial trial) {
    Criterion criterion = Criterion.of(trial);
    long learnt = 0;
    for (int i = 0; i < SEEDS; i += 4) {
      Sweep sweep = Sweep.of(trial).seeds(FIRST_SEED + 16L * i, 4);
      learnt += sweep.rate(criterion::isMetBy).count();
    }
    return learnt;
  }

  /** A trial that the fault can be put into. */
  private Trial healthy(Fault fault) {
    return switch (fault) {
      case DEAD_START -> trial(problem(), RELU);
      case SATURATED_START -> trial(problem(), one(SIGMOID, TANH));
      case ONE_CORNER -> trial(xor(), RELU);
      case TARGETS -> trial(function(), activation());
      default -> trial(problem(), activation());
    };
  }

  private Trial with(Fault fault, Trial trial) {
    return switch (fault) {
      case DEAD_START -> start(trial, layer -> layer.biasInitializer(new Constant(-number(3, 10))));
      case LARGE_RATE -> trial.learningRate(rate(trial) * number(100, 3000));
      case INPUTS ->
          trial.data(
              random.nextBoolean()
                  ? trial.data().scaledInputs(number(50, 1000))
                  : trial.data().shiftedInputs(number(20, 200)));
      case TARGETS ->
          trial.data(
              random.nextBoolean()
                  ? trial.data().scaledTargets(number(100, 3000))
                  : trial.data().shiftedTargets(number(50, 500)));
      case LINEAR_STACK -> trial.hiddenActivation(LINEAR);
      case SATURATED_START -> saturated(trial);
      case ONE_UNIT -> trial.hiddenUnits(1);
      case ONE_CORNER -> trial.hiddenUnits(2 + random.nextInt(2));
      case TOO_SHORT ->
          random.nextBoolean()
              ? trial.epochs((int) Math.max(1, trial.fit().epochs() / number(20, 50)))
              : trial.learningRate(rate(trial) / number(50, 500));
      case UNITS_ALIKE -> alike(trial);
    };
  }

  private Trial saturated(Trial trial) {
    if (random.nextBoolean()) {
      var bias = new Constant(number(15, 50) * (random.nextBoolean() ? 1 : -1));
      return start(trial, layer -> layer.biasInitializer(bias));
    }
    double limit = number(30, 100);
    return start(trial, layer -> layer.kernelInitializer(new RandomUniform(-limit, limit)));
  }

  private Trial alike(Trial trial) {
    var kernel = random.nextBoolean() ? Initializer.ZEROS : new Constant(number(0.1, 1));
    return Layers.each(trial, layer -> layer.kernelInitializer(kernel));
  }

  private static Trial start(Trial trial, UnaryOperator<Dense> change) {
    return Layers.eachHidden(trial, change);
  }

  private static double rate(Trial trial) {
    return trial.fit().optimizer().learningRate();
  }

  private Trial trial(Problem problem, Activation activation) {
    int units = one(12, 16, 24);
    var hidden = new Dense(units, activation);
    boolean ofClasses = problem.toString().contains("<");
    var last = new Dense(1, ofClasses ? SIGMOID : LINEAR);
    var model =
        random.nextInt(3) == 0
            ? Sequential.of(problem.features(), hidden.units(units / 2), hidden, last)
            : Sequential.of(problem.features(), hidden, last);
    var loss = ofClasses ? BINARY_CROSSENTROPY : MSE;
    int batch = one(8, 16, problem.samples());
    return new Trial(
        model, problem, new Fit(optimizer(), loss, 100 * (2 + random.nextInt(4)), batch), 0);
  }

  private Optimizer optimizer() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Adam(number(0.01, 0.05));
      case 2 -> new RMSprop(number(0.002, 0.01));
      case 3 -> new Nadam(number(0.01, 0.05));
      default -> new SGD(number(0.03, 0.2), 0.9);
    };
  }

  private Activation activation() {
    return one(RELU, TANH, SIGMOID, ELU, LEAKY_RELU);
  }

  private Problem problem() {
    return switch (random.nextInt(5)) {
      case 0 -> xor();
      case 1 ->
          formula("x1^2 + x2^2 < " + Text.number(number(0.3, 0.7)), uniform(-1, 1, samples()));
      default -> function();
    };
  }

  private Problem function() {
    double end = number(0.8, 1.5);
    return switch (random.nextInt(5)) {
      case 0 -> formula("abs(x)", grid(-end, end, samples()));
      case 1 -> formula("sin(" + Text.number(number(2, 3.5)) + " x)", grid(-1, 1, samples()));
      case 2 -> formula("x^2", grid(-end, end, samples()));
      case 3 -> formula("x1 x2", uniform(-end, end, samples()));
      default -> formula("max(x1, x2)", uniform(-end, end, samples()));
    };
  }

  private int samples() {
    return one(24, 32, 48, 64);
  }

  /** A number of two digits, as likely in each octave. */
  private double number(double least, double most) {
    double number = least * Math.pow(most / least, random.nextDouble());
    return Double.parseDouble(Text.format("%.1e", number));
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
