package reluctant.train;

import java.util.ArrayList;
import java.util.List;
import reluctant.optimizers.Adadelta;
import reluctant.optimizers.Adagrad;
import reluctant.optimizers.Adam;
import reluctant.optimizers.AdamW;
import reluctant.optimizers.Adamax;
import reluctant.optimizers.Clipped;
import reluctant.optimizers.ExponentialDecay;
import reluctant.optimizers.Ftrl;
import reluctant.optimizers.InverseTimeDecay;
import reluctant.optimizers.Lion;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.PiecewiseConstantDecay;
import reluctant.optimizers.PolynomialDecay;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.SGD;
import reluctant.optimizers.Schedule;
import reluctant.optimizers.Scheduled;

/** Optimizers in Keras' words. */
final class KerasOptimizers {

  private KerasOptimizers() {}

  /**
   * Returns the call that makes an optimizer.
   *
   * @throws IllegalArgumentException if Keras has none like it
   */
  static String of(Optimizer optimizer) {
    var around = new ArrayList<String>();
    String rate = Python.named("learning_rate", optimizer.learningRate());
    Optimizer inner = optimizer;
    while (inner instanceof Clipped || inner instanceof Scheduled) {
      if (inner instanceof Clipped clipped) {
        around.add(Python.named(clip(clipped.by()), clipped.limit()));
        inner = clipped.optimizer();
      } else if (inner instanceof Scheduled scheduled) {
        rate = "learning_rate=keras.optimizers.schedules." + of(scheduled.schedule());
        inner = scheduled.optimizer();
      }
    }
    return call(inner, rate, around);
  }

  private static String clip(Clipped.By by) {
    return switch (by) {
      case VALUE -> "clipvalue";
      case NORM -> "clipnorm";
      case GLOBAL_NORM -> "global_clipnorm";
    };
  }

  private static String call(Optimizer optimizer, String rate, List<String> around) {
    var arguments = new ArrayList<String>();
    arguments.add(rate);
    arguments.addAll(arguments(optimizer));
    arguments.addAll(around);
    String name = "keras.optimizers." + optimizer.getClass().getSimpleName();
    return Python.call(name, arguments.toArray(String[]::new));
  }

  private static List<String> arguments(Optimizer optimizer) {
    if (optimizer instanceof SGD sgd) {
      return List.of(
          Python.named("momentum", sgd.momentum(), 0),
          Python.named("nesterov", sgd.nesterov(), false));
    }
    if (optimizer instanceof Adam adam) {
      return adam(adam);
    }
    if (optimizer instanceof AdamW decayed) {
      var all = new ArrayList<>(adam(decayed.adam()));
      all.add(Python.named("weight_decay", decayed.weightDecay()));
      return all;
    }
    if (optimizer instanceof Adamax adamax) {
      return moments(adamax.beta1(), adamax.beta2(), adamax.epsilon());
    }
    if (optimizer instanceof Nadam nadam) {
      return moments(nadam.beta1(), nadam.beta2(), nadam.epsilon());
    }
    return others(optimizer);
  }

  private static List<String> others(Optimizer optimizer) {
    if (optimizer instanceof RMSprop rmsprop) {
      return List.of(
          Python.named("rho", rmsprop.rho()),
          Python.named("momentum", rmsprop.momentum(), 0),
          Python.named("epsilon", rmsprop.epsilon()),
          Python.named("centered", rmsprop.centered(), false));
    }
    if (optimizer instanceof Adagrad adagrad) {
      return List.of(
          Python.named("initial_accumulator_value", adagrad.initialAccumulatorValue()),
          Python.named("epsilon", adagrad.epsilon()));
    }
    if (optimizer instanceof Adadelta adadelta) {
      return List.of(
          Python.named("rho", adadelta.rho()), Python.named("epsilon", adadelta.epsilon()));
    }
    if (optimizer instanceof Lion lion) {
      return List.of(Python.named("beta_1", lion.beta1()), Python.named("beta_2", lion.beta2()));
    }
    if (optimizer instanceof Ftrl ftrl) {
      return List.of(
          Python.named("learning_rate_power", ftrl.learningRatePower()),
          Python.named("initial_accumulator_value", ftrl.initialAccumulatorValue()),
          Python.named("l1_regularization_strength", ftrl.l1(), 0),
          Python.named("l2_regularization_strength", ftrl.l2(), 0),
          Python.named("l2_shrinkage_regularization_strength", ftrl.l2Shrinkage(), 0),
          Python.named("beta", ftrl.beta(), 0));
    }
    throw KerasLayers.unknown("optimizers", optimizer);
  }

  private static List<String> adam(Adam adam) {
    var all = new ArrayList<>(moments(adam.beta1(), adam.beta2(), adam.epsilon()));
    all.add(Python.named("amsgrad", adam.amsgrad(), false));
    return all;
  }

  private static List<String> moments(double beta1, double beta2, double epsilon) {
    return List.of(
        Python.named("beta_1", beta1),
        Python.named("beta_2", beta2),
        Python.named("epsilon", epsilon));
  }

  private static String of(Schedule schedule) {
    if (schedule instanceof ExponentialDecay decay) {
      return decay(
          "ExponentialDecay",
          decay.initialLearningRate(),
          decay.decaySteps(),
          decay.decayRate(),
          decay.staircase());
    }
    if (schedule instanceof InverseTimeDecay decay) {
      return decay(
          "InverseTimeDecay",
          decay.initialLearningRate(),
          decay.decaySteps(),
          decay.decayRate(),
          decay.staircase());
    }
    if (schedule instanceof PolynomialDecay decay) {
      return Python.call(
          "PolynomialDecay",
          String.valueOf(decay.initialLearningRate()),
          String.valueOf(decay.decaySteps()),
          String.valueOf(decay.endLearningRate()),
          Python.named("power", decay.power()),
          Python.named("cycle", decay.cycle(), false));
    }
    if (schedule instanceof PiecewiseConstantDecay decay) {
      return Python.call(
          "PiecewiseConstantDecay", decay.boundaries().toString(), decay.rates().toString());
    }
    throw KerasLayers.unknown("schedules", schedule);
  }

  private static String decay(
      String name, double initial, int steps, double rate, boolean staircase) {
    return Python.call(
        name,
        String.valueOf(initial),
        String.valueOf(steps),
        String.valueOf(rate),
        Python.named("staircase", staircase, false));
  }
}
