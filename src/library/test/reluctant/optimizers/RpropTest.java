package reluctant.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.SIGMOID;

import java.util.Map;
import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class RpropTest {
  /**
   * Losses before some steps, of Encog 3.4 without its mending of flat spots, on one thread. Its
   * gradients are twice ours, so later the two part where one is nearly 0 and has a sign there.
   */
  private static final Map<Integer, Double> ENCOG =
      Map.of(
          1, 0.26791725684450257,
          2, 0.25170974716012984,
          6, 0.24486678998634107,
          12, 0.22397719072728145,
          18, 0.178574713421486);

  /** By layer, the kernel row by row and then the biases, after 18 steps of Encog 3.4. */
  private static final double[] ENDS = {
    -0.7503003044159998, 1.019643778016, 13.741354140442617, 2.1100230806860796,
    0.6288478600000001, 13.424947890442617, 0.6986625280159999, -0.54045339,
    -1.5631480806860796, -0.7025687780159999, -1.140068778016, 1.9728668306860797,
    -0.40569377801599993
  };

  private static Run trained() {
    var hidden =
        new Dense(3, SIGMOID)
            .kernelInitializer(
                Given.of(
                    new double[][] {
                      {0.3671875, 0.8671875, 0.9296875}, {0.953125, 0.9453125, 0.61328125}
                    }))
            .biasInitializer(Given.row(0.31640625, -0.23046875, -0.40625));
    var last =
        new Dense(1, SIGMOID)
            .kernelInitializer(Given.column(-0.3203125, -0.7578125, 0.41796875))
            .biasInitializer(Given.row(-0.0234375));
    var fit = new Fit(new Rprop(), Loss.MSE, 18, 4);
    return new Trial(Sequential.of(2, hidden, last), xor(), fit, 0).run();
  }

  @Test
  void itStepsAsEncogDoes() {
    Run run = trained();
    ENCOG.forEach(
        (step, loss) ->
            assertThat(run.history().loss()[step - 1]).isCloseTo(loss, within(1e-10 * loss)));
    double[] ends = run.network().parameters();
    for (int i = 0; i < ENDS.length; i++) {
      assertThat(ends[i]).isCloseTo(ENDS[i], within(1e-10 * Math.abs(ENDS[i])));
    }
  }

  /** A step of one parameter with the gradients that are given. */
  private static double[] path(Rprop rprop, double... gradients) {
    OptimizerState state = rprop.start(1);
    double[] w = {0};
    var path = new double[gradients.length];
    for (int i = 0; i < path.length; i++) {
      state.apply(rprop.learningRate(), new double[] {gradients[i]}, w);
      path[i] = w[0];
    }
    return path;
  }

  @Test
  void stepsGrowAndTurnBack() {
    var rprop = new Rprop(1, 2, 0.5, 0.25, 3);
    assertThat(path(rprop, 5, 5, 5, -5, -5, -5)).containsExactly(-1, -3, -6, -3, -1.5, 1.5);
    assertThat(path(rprop, 0, 1e-14, -1e-14)).containsExactly(0, 0, 0);
    assertThat(path(rprop, 1, -1, 1, -1, 1, -1)).containsExactly(-1, 0, -0.5, 0, -0.25, 0);
  }

  @Test
  void smallGradientsKeepTheirStep() {
    assertThat(path(new Rprop(1), 1e-7, 1e-7, -1e-7)).containsExactly(-1, -2, -1);
  }
}
