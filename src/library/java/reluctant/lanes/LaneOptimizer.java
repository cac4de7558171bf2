package reluctant.lanes;

import java.util.Set;
import reluctant.arithmetic.LaneMemory;
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
import reluctant.optimizers.SGD;
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
          Lion.class);

  private final double[] parameters;
  private final double[] gradient;
  private final int lanes;
  private final OptimizerState[] states;
  private final Penalties penalties;
  private final double[] parametersOfOne;
  private final double[] gradientOfOne;

  LaneOptimizer(Sequential model, Optimizer optimizer, int lanes, LaneMemory memory) {
    parameters = memory.parameters();
    gradient = memory.gradient();
    this.lanes = lanes;
    penalties = new Penalties(model);
    parametersOfOne = memory.working().next(model.parameterCount());
    gradientOfOne = memory.working().next(model.parameterCount());
    boolean together = ELEMENTWISE.contains(optimizer.getClass());
    int[] sizes = model.variables().stream().mapToInt(Variable::size).toArray();
    states = new OptimizerState[together ? 1 : lanes];
    for (int i = 0; i < states.length; i++) {
      states[i] = together ? optimizer.start(parameters.length) : optimizer.start(sizes);
    }
  }

  /** Adds the networks' penalties to their losses, and the slopes of those to the gradient. */
  void addPenalties(double[] losses) {
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

  /** Moves the parameters along the gradient, and then to where they may be. */
  void step() {
    if (states.length == 1) {
      states[0].apply(gradient, parameters);
    }
    if (states.length > 1 || !penalties.isEmpty()) {
      for (int lane = 0; lane < lanes; lane++) {
        stepOne(lane);
      }
    }
  }

  private void stepOne(int lane) {
    read(parameters, lane, parametersOfOne);
    if (states.length > 1) {
      read(gradient, lane, gradientOfOne);
      states[lane].apply(gradientOfOne, parametersOfOne);
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
