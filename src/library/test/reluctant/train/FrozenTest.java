package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.points;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Initializer.ONES;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.Layer;
import reluctant.nn.PReLU;
import reluctant.nn.Sequential;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.SGD;

/** What is not trained stays as it starts, and all else learns around it. */
class FrozenTest {

  private static final Problem TWO = points(new double[][] {{1, 1}, {-2, 0}});
  private static final Dense SUM =
      new Dense(1).useBias(false).kernelInitializer(ONES).trainable(false);

  private static Trial trial(Problem data, Optimizer optimizer, Layer... layers) {
    return new Trial(Sequential.of(1, layers), data, new Fit(optimizer, Loss.MSE, 3, 1), 5);
  }

  /** relu(x) + relu(2 x) is 3 at x = 1, so that the slope of (3 - 1)^2 is 4 everywhere. */
  @Test
  void twoUnitsLearnTheirSum() {
    var hidden = new Dense(2, RELU).kernelInitializer(Given.row(1, 2));
    Trial trial = trial(points(new double[][] {{1, 1}}), new SGD(0.0625), hidden, SUM).epochs(1);
    Run run = trial.run();
    assertThat(run.network().parameters()).containsExactly(0.75, 1.75, -0.25, -0.25, 1, 1);
    assertThat(run.history().loss()).containsExactly(4);
    assertThat(run.history().gradientNorm()).containsExactly(8);
    Run clipped = trial.optimizer(new SGD(1).globalClipNorm(4)).run();
    assertThat(clipped.network().parameters()).containsExactly(-1, 0, -2, -2, 1, 1);
  }

  @Test
  void whatIsFixedHasNoPenaltyAndNoConstraint() {
    var fixed =
        new Dense(1)
            .kernelInitializer(Given.row(-3))
            .kernelRegularizer(L1L2.l2(1))
            .kernelConstraint(Constraint.NON_NEGATIVE)
            .kernelTrainable(false);
    Run run = trial(points(new double[][] {{1, -2}}), new SGD(0.25), fixed).epochs(1).run();
    assertThat(run.history().loss()).containsExactly(1);
    assertThat(run.network().parameters()).containsExactly(-3, 0.5);
    assertThat(run.trial().fit().validationData()).isNull();
  }

  @ParameterizedTest
  @MethodSource("reluctant.train.PrintedJavaTest#optimizers")
  void noOptimizerMovesIt(Optimizer optimizer) {
    Run run =
        trial(
                TWO,
                optimizer,
                new Dense(3, Activation.TANH).trainable(false),
                new Dense(3).kernelTrainable(false).biasInitializer(new Constant(0.5)),
                new PReLU(new Constant(0.25)).trainable(false),
                new Dense(2).biasTrainable(false).biasInitializer(ONES),
                new PReLU(new Constant(0.5)),
                new Dense(1))
            .run();
    double[] before = run.trial().initial().parameters();
    double[] after = run.network().parameters();
    int[] moved = IntStream.range(0, before.length).filter(i -> before[i] != after[i]).toArray();
    int[] trained = run.trial().model().trainablePlaces();
    assertThat(Arrays.stream(moved))
        .isNotEmpty()
        .isSubsetOf(Arrays.stream(trained).boxed().toList());
    // A bias behind the fixed kernel, a kernel before the fixed bias, slopes, and the last layer.
    assertThat(trained).hasSize(3 + 6 + 2 + 3);
  }

  /** Fixed units are features of the data: what is left is linear, and can be solved. */
  @Test
  void fixedUnitsAreFeatures() {
    var steps =
        new Dense(2, RELU)
            .kernelInitializer(Given.row(1, -1))
            .biasInitializer(Initializer.ZEROS)
            .trainable(false);
    Problem data = points(new double[][] {{1, 3}, {2, 6}, {-1, 5}, {-2, 10}});
    Run run = trial(data, new SGD(0.1), steps, new Dense(1).useBias(false)).epochs(200).run();
    double[] expected = {1, -1, 0, 0, 3, 5};
    assertThat(run.network().parameters()).containsExactly(expected, within(1e-12));
  }

  @Test
  void theSummaryCountsWhatIsTrained() {
    assertThat(Sequential.of(1, new Dense(2, RELU), SUM).summary().lines())
        .endsWith(
            "Total params: 6 (48 bytes)",
            "Trainable params: 4 (32 bytes)",
            "Non-trainable params: 2 (16 bytes)");
    assertThat(Sequential.of(1, new Dense(1)).summary()).doesNotContain("rainable");
  }
}
