package reluctant.train;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.optimizers.Optimizer;

/** Lines of many trials, apart from {@link TrialLineTest} since they take longer. */
class EveryTrialLineTest {

  /** One in 1009 of all ways to put the printed values together, so that each pair is met. */
  @Test
  void everyWayToPutATrialTogetherHasALine() {
    List<Problem> problems = PrintedJavaTest.problems();
    List<Optimizer> optimizers = PrintedJavaTest.optimizers();
    List<Activation> activations = PrintedJavaTest.activations();
    List<Initializer> initializers = PrintedJavaTest.initializers();
    List<Loss> losses = PrintedJavaTest.losses();
    long ways =
        1L
            * problems.size()
            * optimizers.size()
            * activations.size()
            * initializers.size()
            * losses.size();
    for (long way = 0; way < ways; way += 1009) {
      long rest = way;
      Problem problem = problems.get((int) (rest % problems.size()));
      rest /= problems.size();
      Optimizer optimizer = optimizers.get((int) (rest % optimizers.size()));
      rest /= optimizers.size();
      Activation activation = activations.get((int) (rest % activations.size()));
      rest /= activations.size();
      Initializer initializer = initializers.get((int) (rest % initializers.size()));
      Loss loss = losses.get((int) (rest / initializers.size()));
      var hidden = new Dense(3, activation).kernelInitializer(initializer);
      TrialLineTest.isNamedByItsLine(
          TrialLineTest.trial(
              problem, new Fit(optimizer, loss, 3, 4), way * 0x9E3779B97F4A7C15L, hidden));
    }
  }
}
