package reluctant.examples;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Constraint.NON_NEGATIVE;
import static reluctant.train.Loss.MSE;

import java.util.Arrays;
import reluctant.nn.Dense;
import reluctant.nn.L1L2;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** A penalty makes a kernel small, a constraint keeps it from going below zero. */
public final class PenaltiesAndConstraints {

  private PenaltiesAndConstraints() {}

  public static void main(String[] args) {
    show("free", new Dense(1));
    show("penalty on squares", new Dense(1).kernelRegularizer(L1L2.l2(0.1)));
    show("penalty on magnitudes", new Dense(1).kernelRegularizer(L1L2.l1(0.1)));
    show("no number below zero", new Dense(1).kernelConstraint(NON_NEGATIVE));
  }

  private static void show(String name, Dense last) {
    var model = Sequential.of(1, new Dense(8, RELU), last);
    var fit = new Fit(new Adam(0.01), MSE, 300, 8);
    Network network = new Trial(model, absoluteValue(40, 1), fit, 2).run().network();
    double[] kernel = network.kernel(1).getDDRM().data;
    double longest = Arrays.stream(kernel).map(Math::abs).max().getAsDouble();
    long vanished = Arrays.stream(kernel).filter(k -> Math.abs(k) < 0.01).count();
    long negative = Arrays.stream(kernel).filter(k -> k < -0.01).count();
    System.out.printf(
        "%s: at most %.2f long, %d vanished, %d negative%n", name, longest, vanished, negative);
  }
}
