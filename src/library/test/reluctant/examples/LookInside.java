package reluctant.examples;

import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.train.Gradient;

/** Shows why a dead ReLU stays dead: it is shut on all samples, so that no gradient arrives. */
public final class LookInside {

  private LookInside() {}

  public static void main(String[] args) {
    // Unit 0 is open for x > 0. Unit 1 computes relu(-x - 5), which is 0 on all of the data.
    var model =
        Sequential.of(
            1,
            new Dense(2, RELU)
                .kernelInitializer(Given.row(1, -1))
                .biasInitializer(Given.row(0, -5)),
            new Dense(1).kernelInitializer(Given.column(1, 1)));
    Network network = model.initialize(0);
    var x = new SimpleMatrix(3, 1, true, -2, 1, 3);
    var data = new Dataset("three points", x, x.scale(2));

    System.out.println("before the ReLUs: " + row(network.preActivations(0, x)));
    System.out.println("after the ReLUs:  " + row(network.outputs(0, x)));

    Gradient gradient = Gradient.of(network, MSE, data);
    System.out.println("what arrives at the ReLUs: " + row(gradient.delta(0)));
    System.out.println("by their kernel: " + row(gradient.kernel(0)));
    System.out.println("by their bias:   " + row(gradient.bias(0)));
  }

  private static String row(SimpleMatrix matrix) {
    var text = new StringBuilder();
    for (int i = 0; i < matrix.getNumRows(); i++) {
      for (int j = 0; j < matrix.getNumCols(); j++) {
        text.append(j > 0 ? " " : i > 0 ? " | " : "").append("%.1f".formatted(matrix.get(i, j)));
      }
    }
    return text.toString();
  }
}
