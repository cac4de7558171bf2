package reluctant.bench;

import org.ejml.simple.SimpleMatrix;
import reluctant.data.Distribution;
import reluctant.data.Problems;
import reluctant.examples.Halves;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.ProgressListener;
import reluctant.train.Run;
import reluctant.train.Trial;

/** The sweeps that are measured: a training, and the rule by which it is counted. */
public enum Job {
  /** Two ReLUs on |x|: 400 samples, 1000 epochs of shuffled batches of 32. */
  ABSOLUTE_1_2_1 {
    @Override
    Outcomes<?> sweep(int seeds, int threads) {
      return halves(2, seeds, threads);
    }
  },
  /** Three ReLUs on the same. */
  ABSOLUTE_1_3_1 {
    @Override
    Outcomes<?> sweep(int seeds, int threads) {
      return halves(3, seeds, threads);
    }
  },
  /** Three ReLUs on the distance from the middle: 1000 samples, 500 epochs of batches of 32. */
  DISTANCE_2_3_1 {
    @Override
    Outcomes<?> sweep(int seeds, int threads) {
      var sweep = Sweep.of(distance()).seeds(0, seeds).threads(threads);
      return sweep.outcomes(Job::isClose).run(ProgressListener.NONE);
    }
  };

  private static final double LARGEST_SHARE_OF_ERROR = 0.01;

  /** Trains and counts the seeds from 0 on. */
  abstract Outcomes<?> sweep(int seeds, int threads);

  /** Trains that many ReLUs on |x| and counts the halves that they learn. */
  static Outcomes<Halves> halves(int units, int seeds, int threads) {
    var sweep = Sweep.of(absoluteValue(units)).seeds(0, seeds).threads(threads);
    return sweep.outcomes(Halves::of).run(ProgressListener.NONE);
  }

  /** Trains that many ReLUs on |x|. */
  static Trial absoluteValue(int units) {
    var model = Sequential.of(1, new Dense(units, Activation.RELU), new Dense(1));
    var fit = new Fit(new Adam(0.001), Loss.MSE, 1000, 32);
    return new Trial(model, Problems.absoluteValue(400, 1000), fit, 0);
  }

  private static Trial distance() {
    var model = Sequential.of(2, new Dense(3, Activation.RELU), new Dense(1));
    var fit = new Fit(new Adam(0.001), Loss.MSE, 500, 32);
    return new Trial(model, Problems.euclideanDistance(1000, Distribution.NORMAL), fit, 0);
  }

  private static boolean isClose(Run run) {
    SimpleMatrix y = run.trial().dataset().targets();
    SimpleMatrix error = run.network().predict(run.trial().dataset().inputs()).minus(y);
    return error.dot(error) < LARGEST_SHARE_OF_ERROR * y.dot(y);
  }
}
