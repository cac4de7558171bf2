package reluctant.lanes;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reluctant.arithmetic.LaneMemory;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.OptimizerLanes;
import reluctant.nn.Sequential;
import reluctant.nn.Variable;
import reluctant.optimizers.Adadelta;
import reluctant.optimizers.Adagrad;
import reluctant.optimizers.Adam;
import reluctant.optimizers.AdamW;
import reluctant.optimizers.Adamax;
import reluctant.optimizers.Ftrl;
import reluctant.optimizers.Lion;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.OptimizerState;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.Rprop;
import reluctant.optimizers.SGD;
import reluctant.optimizers.Scheduled;
import reluctant.steps.Frozen;
import reluctant.steps.Penalties;

/**
 * The step of a block of networks, with their regularizers and constraints.
 *
 * <p>An optimizer that treats each number by itself takes the numbers of all networks for those of
 * a large one. Others, and penalties, get one network after the other.
 */
final class LaneOptimizer {

  private static final Set<Class<? extends Optimizer>> ELEMENTWISE =
      Set.of(
          SGD.class,
          Adam.class,
          AdamW.class,
          Adamax.class,
          Nadam.class,
          RMSprop.class,
          Adagrad.class,
          Adadelta.class,
          Ftrl.class,
          Lion.class,
          Rprop.class);

  private final Optimizer optimizer;
  private final double[] parameters;
  private final double[] gradient;
  private final int lanes;
  private final OptimizerState[] states;
  private final Penalties penalties;
  private final Frozen frozen;
  private final Lanes kind;
  private final @Nullable OptimizerLanes fused;
  private final double[] parametersOfOne;
  private final double[] gradientOfOne;
  private double factor;
  private long steps;

  LaneOptimizer(Sequential model, Optimizer optimizer, int lanes, Lanes kind, LaneMemory memory) {
    this.optimizer = optimizer;
    this.kind = kind;
    parameters = memory.parameters();
    gradient = memory.gradient();
    this.lanes = lanes;
    penalties = new Penalties(model);
    frozen = new Frozen(model, parameters, lanes);
    parametersOfOne = memory.working().next(model.parameterCount());
    gradientOfOne = memory.working().next(model.parameterCount());
    Optimizer each = optimizer instanceof Scheduled scheduled ? scheduled.optimizer() : optimizer;
    fused = penalties.isEmpty() ? kind.optimizer(each, memory, lanes) : null;
    states = fused == null ? states(model, each) : new OptimizerState[0];
  }

  private OptimizerState[] states(Sequential model, Optimizer optimizer) {
    if (ELEMENTWISE.contains(optimizer.getClass())) {
      return new OptimizerState[] {optimizer.start(parameters.length)};
    }
    var each = new OptimizerState[lanes];
    int[] sizes = model.variables().stream().mapToInt(Variable::size).toArray();
    Arrays.setAll(each, lane -> optimizer.start(sizes));
    return each;
  }

  /**
   * Makes the gradient one of mean losses, 0 for what is not trained, and adds the networks'
   * penalties to both.
   *
   * @param factor what the gradient is multiplied by, now or in the step
   * @param losses each lane's mean loss. Modified.
   */
  void prepare(double factor, double[] losses) {
    this.factor = factor;
    if (fused == null) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= factor;
      }
    }
    frozen.clear(gradient);
    addPenalties(losses);
  }

  private void addPenalties(double[] losses) {
    boolean none = penalties.isEmpty();
    for (int lane = 0; lane < lanes; lane++) {
      if (none) {
        losses[lane] += 0.0; // As Trainer does: it makes 0 of -0.
      } else {
        read(parameters, lane, parametersOfOne);
        read(gradient, lane, gradientOfOne);
        losses[lane] += penalties.value(parametersOfOne);
        penalties.addGradient(parametersOfOne, gradientOfOne);
        write(gradientOfOne, lane, gradient);
      }
    }
  }

  /** Returns what regularizers add to the loss of one network. */
  double penalty(int lane) {
    if (penalties.isEmpty()) {
      return 0;
    }
    read(parameters, lane, parametersOfOne);
    return penalties.value(parametersOfOne);
  }

  /**
   * Moves the parameters along the gradient, and then to where they may be.
   *
   * @param norms receives the length of each lane's gradient
   */
  void step(double[] norms) {
    double rate = optimizer.rate(steps);
    steps++;
    if (fused != null) {
      fused.apply(rate, factor, norms);
    } else {
      kind.norms(gradient, norms);
      stepByStates(rate);
    }
    frozen.restore(parameters);
  }

  private void stepByStates(double rate) {
    if (states.length == 1) {
      states[0].apply(rate, gradient, parameters);
    }
    if (states.length > 1 || !penalties.isEmpty()) {
      for (int lane = 0; lane < lanes; lane++) {
        stepOne(lane, rate);
      }
    }
  }

  private void stepOne(int lane, double rate) {
    read(parameters, lane, parametersOfOne);
    if (states.length > 1) {
      read(gradient, lane, gradientOfOne);
      states[lane].apply(rate, gradientOfOne, parametersOfOne);
    }
    penalties.constrain(parametersOfOne);
    write(parametersOfOne, lane, parameters);
  }

  /** Returns the parameters of one network. */
  double[] parameters(int lane) {
    var numbers = new double[parametersOfOne.length];
    read(parameters, lane, numbers);
    return numbers;
  }

  private void read(double[] all, int lane, double[] one) {
    for (int i = 0; i < one.length; i++) {
      one[i] = all[i * lanes + lane];
    }
  }

  private void write(double[] one, int lane, double[] all) {
    for (int i = 0; i < one.length; i++) {
      all[i * lanes + lane] = one[i];
    }
  }
}
