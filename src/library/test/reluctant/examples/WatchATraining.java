package reluctant.examples;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Callback;
import reluctant.train.EarlyStopping;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** Hears of each epoch, and ends a training that does not get better on other data. */
public final class WatchATraining {

  private WatchATraining() {}

  /** A callback of one's own: a line for every tenth epoch. */
  private static final class EveryTenth implements Callback {
    @Override
    public void onEpochEnd(Epoch epoch) {
      if (epoch.number() % 10 == 0) {
        System.out.printf(
            "epoch %d: loss %.2g, on other data %.2g%n",
            epoch.number(), epoch.loss(), epoch.validationLoss());
      }
    }
  }

  public static void main(String[] args) {
    var model = Sequential.of(1, new Dense(8, RELU), new Dense(1));
    var fit =
        new Fit(new Adam(0.01), MSE, 1000, 8)
            .validationData(absoluteValue(33, 1))
            .earlyStopping(new EarlyStopping(5, 1e-4, true));
    var run = new Trial(model, absoluteValue(40, 1), fit, 3).run(new EveryTenth());

    System.out.println(run.history());
    System.out.println("the network is that of epoch " + run.history().bestEpoch().getAsInt());
  }
}
