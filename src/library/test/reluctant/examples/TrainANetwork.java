package reluctant.examples;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Initializer.GLOROT_UNIFORM;
import static reluctant.train.Loss.MSE;

import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.nn.SpreadSigns;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Trains two ReLUs that look to different sides on the absolute value. */
public final class TrainANetwork {

  private TrainANetwork() {}

  public static void main(String[] args) {
    var model =
        Sequential.of(
            1,
            new Dense(2, RELU).kernelInitializer(new SpreadSigns(GLOROT_UNIFORM)),
            new Dense(1).kernelInitializer(GLOROT_UNIFORM));
    System.out.println(model.summary());

    var fit = new Fit(new Adam(0.001), MSE, 1000, 32);
    var trial = new Trial(model, absoluteValue(400, 1000), fit, 1);
    Run run = trial.run();

    System.out.println(run.history());
    System.out.printf("f(-3) = %.3f%n", run.network().predict(-3)[0]);
    System.out.println("To see the same bits again: " + trial);
  }
}
