package reluctant.examples;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** How often do two ReLUs learn both halves of |x|? Counts it over many seeds. */
public final class CountOutcomes {

  private CountOutcomes() {}

  public static void main(String[] args) {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    var fit = new Fit(new Adam(0.001), MSE, 1000, 32);
    var trial = new Trial(model, absoluteValue(100, 1000), fit, 0);

    Outcomes<Halves> outcomes = Sweep.of(trial).seeds(0, 100).outcomes(Halves::of).run();
    for (Halves halves : outcomes.outcomes()) {
      System.out.println(halves + ": " + outcomes.rate(halves));
    }
    System.out.println("some that learnt both: " + outcomes.examples(Halves.BOTH));
    System.out.println("one of them again: " + outcomes.example(Halves.BOTH).run().history());
  }
}
