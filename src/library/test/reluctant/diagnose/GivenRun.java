package reluctant.diagnose;

import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.data.LeastSquares;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Runs whose networks are given number by number: the learning rate moves nothing. */
public final class GivenRun {

  private GivenRun() {}

  public static Run of(Sequential model, Problem problem) {
    return new Trial(model, problem, new Fit(new SGD(1e-300), Loss.MSE, 1, 1000), 0).run();
  }

  /** Hidden ReLUs as given, and the output layer that is best for them. */
  public static Run fitted(Problem problem, double[][] kernel, double... bias) {
    var hidden =
        new Dense(bias.length, Activation.RELU)
            .kernelInitializer(Given.of(kernel))
            .biasInitializer(Given.row(bias));
    Run first = of(Sequential.of(kernel.length, hidden, new Dense(problem.outputs())), problem);
    Dataset data = first.trial().dataset();
    SimpleMatrix outputs = first.network().outputs(0, data.inputs());
    var best = LeastSquares.of(new Dataset("outputs", outputs, data.targets()));
    var last =
        new Dense(problem.outputs())
            .kernelInitializer(Given.of(best.kernel().toArray2()))
            .biasInitializer(Given.of(best.bias().toArray2()));
    return of(Sequential.of(kernel.length, hidden, last), problem);
  }

  /** The same for units of two inputs, each with weights of length 1 in a direction in degrees. */
  public static Run directions(Problem problem, double[] degrees, double... bias) {
    return fitted(problem, directions(degrees), bias);
  }

  /** Such units without a fit, which has no one answer where there are duplicates. */
  public static Run units(Problem problem, double[] degrees, double... bias) {
    var hidden =
        new Dense(bias.length, Activation.RELU)
            .kernelInitializer(Given.of(directions(degrees)))
            .biasInitializer(Given.row(bias));
    return of(Sequential.of(2, hidden, new Dense(1).kernelInitializer(Initializer.ONES)), problem);
  }

  private static double[][] directions(double[] degrees) {
    var kernel = new double[2][degrees.length];
    for (int unit = 0; unit < degrees.length; unit++) {
      kernel[0][unit] = Math.cos(Math.toRadians(degrees[unit]));
      kernel[1][unit] = Math.sin(Math.toRadians(degrees[unit]));
    }
    return kernel;
  }
}
