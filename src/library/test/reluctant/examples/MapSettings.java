package reluctant.examples;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.util.List;
import reluctant.nn.Dense;
import reluctant.nn.RandomNormal;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** Which learning rate and which scale of the first kernels learn both halves of |x| most often? */
public final class MapSettings {

  private MapSettings() {}

  public static void main(String[] args) {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    var fit = new Fit(new Adam(0.001), MSE, 300, 32);
    var trial = new Trial(model, absoluteValue(100, 1), fit, 0);

    Outcomes<Halves> grid =
        Sweep.of(trial)
            .seeds(0, 64)
            .over("learning rate", List.of(0.01, 0.1), MapSettings::learningRate)
            .over("scale", List.of(0.5, 2.0), MapSettings::scale)
            .outcomes(Halves::of)
            .run();
    System.out.println(grid);
    System.out.println("at 0.1 and 2: " + grid.cell(1, 1).rate(Halves.BOTH));
  }

  private static Trial learningRate(Trial trial, double rate) {
    Fit fit = trial.fit();
    return trial.fit(new Fit(new Adam(rate), fit.loss(), fit.epochs(), fit.batchSize()));
  }

  private static Trial scale(Trial trial, double scale) {
    return trial.kernels(new RandomNormal(0, scale), new RandomNormal(0, scale));
  }
}
