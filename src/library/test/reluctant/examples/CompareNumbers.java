package reluctant.examples;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.util.List;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Numbers;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** How many epochs do ReLUs take to learn |x|, and how many of the networks never do? */
public final class CompareNumbers {

  private CompareNumbers() {}

  public static void main(String[] args) {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    var fit = new Fit(new Adam(0.05), MSE, 200, 20).untilLoss(0.001);
    var trial = new Trial(model, absoluteValue(100, 1), fit, 0);

    Numbers epochs =
        Sweep.of(trial)
            .seeds(0, 200)
            .over("units", List.of(2, 8), Trial::hiddenUnits)
            .numbers(Rule.epochsTo(0.001))
            .run();
    System.out.println(epochs.at(8));
    System.out.println("2 units, median: " + epochs.at(2).median());
    System.out.println("8 units, within 10 epochs: " + epochs.at(8).atMost(10));
    System.out.println("one that takes long: " + epochs.at(8).example(0.9).run().history());
  }
}
