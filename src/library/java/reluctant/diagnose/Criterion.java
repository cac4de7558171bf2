package reluctant.diagnose;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.train.BinaryAccuracy;
import reluctant.train.Evaluation;
import reluctant.train.Loss;
import reluctant.train.Metric;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * When data count as learnt, unless a rule is given. It is the same whatever the scale of the
 * targets, so that runs on scaled data compare with others.
 */
public enum Criterion {
  /** Less than 1 % of the targets' variance is left unexplained ({@link Fvu}). */
  VARIANCE {
    @Override
    double share(Run run) {
      Dataset data = run.trial().dataset();
      double fvu = Fvu.of(run.network(), data);
      return 1 - (Double.isFinite(fvu) ? fvu : squares(run, data));
    }
  },

  /** At least 99 % of the samples have the right class, by the side of 0.5. */
  PROBABILITIES {
    @Override
    double share(Run run) {
      return accuracy(run, Metric.BINARY_ACCURACY);
    }
  },

  /** At least 99 % of the samples have the right class, by the side of 0. */
  LOGITS {
    @Override
    double share(Run run) {
      return accuracy(run, new BinaryAccuracy(0));
    }
  },

  /** At least 99 % of the samples have the right class, by the largest output. */
  CLASSES {
    @Override
    double share(Run run) {
      return accuracy(run, Metric.CATEGORICAL_ACCURACY);
    }
  };

  private static final double LEAST = 0.99;

  /**
   * Returns what a trial is judged by: accuracy where its loss is a cross-entropy or its last
   * activation a sigmoid or softmax over targets 0 and 1, else the variance.
   *
   * @param trial any
   */
  public static Criterion of(Trial trial) {
    Loss loss = Require.present("trial", trial).fit().loss();
    if (loss == Loss.BINARY_CROSSENTROPY_FROM_LOGITS) {
      return LOGITS;
    }
    Layer last = trial.model().layers().get(trial.model().layers().size() - 1);
    Activation f = last instanceof Dense dense ? dense.activation() : Activation.LINEAR;
    boolean ofOneClass =
        loss == Loss.CATEGORICAL_CROSSENTROPY
            || loss == Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS
            || f == Activation.SOFTMAX;
    boolean ofTwo = loss == Loss.BINARY_CROSSENTROPY || f == Activation.SIGMOID;
    if ((ofOneClass || ofTwo) && areZerosAndOnes(trial.dataset())) {
      return ofOneClass ? CLASSES : PROBABILITIES;
    }
    return VARIANCE;
  }

  /**
   * Says whether a run has learnt by what its own trial is judged by: a rule of a sweep, {@code
   * Criterion::isMet}.
   *
   * @param run what a trial gave
   */
  public static boolean isMet(Run run) {
    return of(Require.present("run", run).trial()).isMetBy(run);
  }

  private static boolean areZerosAndOnes(Dataset data) {
    for (double y : data.targets().getDDRM().data) {
      if (y != 0 && y != 1) {
        return false;
      }
    }
    return true;
  }

  /**
   * Says whether a run has learnt.
   *
   * @param run what a trial gave
   * @return whether it has; never if the loss or an output is not finite
   */
  public boolean isMetBy(Run run) {
    Require.present("run", run);
    double share = run.history().divergedAt().isPresent() ? Double.NaN : share(run);
    return this == VARIANCE ? share > LEAST : share >= LEAST;
  }

  /** Which share is learnt: of the variance, or of the samples. NaN if an output is. */
  abstract double share(Run run);

  /** Of targets that do not vary: the mean squared error in parts of their mean square, or of 1. */
  private static double squares(Run run, Dataset data) {
    SimpleMatrix y = data.targets();
    double square = y.elementMult(y).elementSum() / y.getNumElements();
    return Evaluation.of(run.network(), Loss.MSE, data) / (square > 0 ? square : 1);
  }

  private static double accuracy(Run run, Metric metric) {
    for (double parameter : run.network().parameters()) {
      if (!Double.isFinite(parameter)) {
        return Double.NaN;
      }
    }
    return Evaluation.of(run.network(), metric, run.trial().dataset());
  }
}
