package reluctant.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.nn.Activation;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.NonNegativeStart;
import reluctant.nn.Sequential;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class OptimizerTest {

  private static final Map<String, Optimizer> ALL =
      Map.ofEntries(
          Map.entry("new SGD(0.01)", new SGD()),
          Map.entry("new SGD(0.1, 0.9)", new SGD(0.1, 0.9)),
          Map.entry("new SGD(0.1, 0.9, true)", new SGD(0.1, 0.9, true)),
          Map.entry("new Adam(0.001)", new Adam()),
          Map.entry("new Adam(0.1, 0.8, 0.9, 1.0E-8)", new Adam(0.1, 0.8, 0.9, 1e-8)),
          Map.entry(
              "new Adam(0.1, 0.9, 0.999, 1.0E-7, true)", new Adam(0.1, 0.9, 0.999, 1e-7, true)),
          Map.entry("new AdamW(new Adam(0.001), 0.004)", new AdamW()),
          Map.entry("new Adamax(0.001)", new Adamax()),
          Map.entry("new Adamax(0.1, 0.8, 0.9, 1.0E-8)", new Adamax(0.1, 0.8, 0.9, 1e-8)),
          Map.entry("new Nadam(0.001)", new Nadam()),
          Map.entry("new Nadam(0.1, 0.8, 0.9, 1.0E-8)", new Nadam(0.1, 0.8, 0.9, 1e-8)),
          Map.entry("new RMSprop(0.001)", new RMSprop()),
          Map.entry(
              "new RMSprop(0.1, 0.9, 0.5, 1.0E-8, true)", new RMSprop(0.1, 0.9, 0.5, 1e-8, true)),
          Map.entry("new Adagrad(0.001)", new Adagrad()),
          Map.entry("new Adagrad(0.1, 0.2, 1.0E-8)", new Adagrad(0.1, 0.2, 1e-8)),
          Map.entry("new Adadelta(0.001)", new Adadelta()),
          Map.entry("new Adadelta(1.0, 0.9, 1.0E-8)", new Adadelta(1, 0.9, 1e-8)),
          Map.entry("new Rprop(0.1)", new Rprop()),
          Map.entry("new Rprop(1.0, 1.5, 0.25, 0.001, 2.0)", new Rprop(1, 1.5, 0.25, 1e-3, 2)),
          Map.entry("new Lion(0.001)", new Lion()),
          Map.entry("new Lion(0.1, 0.8, 0.9)", new Lion(0.1, 0.8, 0.9)),
          Map.entry("new Ftrl(0.001)", new Ftrl()),
          Map.entry(
              "new Ftrl(0.1, -0.5, 0.1, 0.01, 0.02, 0.03, 0.04)",
              new Ftrl(0.1, -0.5, 0.1, 0.01, 0.02, 0.03, 0.04)),
          Map.entry("new SGD(0.1).clipValue(0.5)", new SGD(0.1).clipValue(0.5)),
          Map.entry(
              "new Adam(0.5).learningRate(new ExponentialDecay(0.5, 8, 0.25))",
              new Adam().learningRate(new ExponentialDecay(0.5, 8, 0.25))),
          Map.entry("new SGD(0.1).clipNorm(0.5)", new SGD(0.1).clipNorm(0.5)),
          Map.entry("new SGD(0.1).globalClipNorm(0.5)", new SGD(0.1).globalClipNorm(0.5)));

  static Stream<Optimizer> all() {
    return ALL.values().stream();
  }

  @Test
  void theirTextIsTheJavaThatMakesThem() {
    ALL.forEach((java, optimizer) -> assertThat(optimizer).hasToString(java));
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachGoesDownhill(Optimizer optimizer) {
    var state = optimizer.start(1, 1);
    double[] w = {1, -1};
    double[] start = w.clone();
    for (int step = 0; step < 300; step++) {
      state.apply(optimizer.rate(step), new double[] {2 * w[0], 2 * w[1]}, w);
    }
    assertThat(Math.hypot(w[0], w[1])).isLessThan(Math.hypot(start[0], start[1]));
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachStandsStillWithoutAGradient(Optimizer optimizer) {
    double[] w = {0, 0, 0};
    var state = optimizer.start(2, 1);
    for (int step = 0; step < 3; step++) {
      state.apply(optimizer.rate(step), new double[3], w);
    }
    assertThat(w).containsOnly(0);
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachStartsAfresh(Optimizer optimizer) {
    double[] first = {1, 2};
    double[] second = {1, 2};
    double[] gradient = {0.3, -0.7};
    optimizer.start(2).apply(optimizer.rate(0), gradient, first);
    optimizer.start(2).apply(optimizer.rate(0), gradient, second);
    assertThat(second).isEqualTo(first);
    assertThat(gradient).containsExactly(0.3, -0.7);
  }

  @Test
  void clippingByValueCutsEachGradient() {
    assertThat(step(new SGD(1).clipValue(2))).containsExactly(-2, 2, -1, -2);
  }

  @Test
  void clippingByNormShortensEachVariable() {
    // The first variable has norm 5 and is cut to 2; the second has norm sqrt(37).
    double second = 2 / Math.sqrt(37);
    double[] w = step(new SGD(1).clipNorm(2));
    assertThat(w[0]).isCloseTo(-1.2, within(1e-15));
    assertThat(w[1]).isCloseTo(1.6, within(1e-15));
    assertThat(w[2]).isCloseTo(-second, within(1e-15));
    assertThat(w[3]).isCloseTo(-6 * second, within(1e-15));
    assertThat(step(new SGD(1).clipNorm(10))).containsExactly(-3, 4, -1, -6);
  }

  @Test
  void clippingByTheGlobalNormShortensAllAlike() {
    double factor = 2 / Math.sqrt(62);
    double[] w = step(new SGD(1).globalClipNorm(2));
    assertThat(w[0]).isCloseTo(-3 * factor, within(1e-15));
    assertThat(w[3]).isCloseTo(-6 * factor, within(1e-15));
  }

  private static double[] step(Optimizer optimizer) {
    var w = new double[4];
    optimizer.start(2, 2).apply(optimizer.rate(0), new double[] {3, -4, 1, 6}, w);
    return w;
  }

  @Test
  void aConstraintHoldsAfterEachStep() {
    var model =
        Sequential.of(
            1,
            new Dense(3, Activation.RELU),
            new Dense(1)
                .kernelInitializer(new NonNegativeStart(Initializer.GLOROT_UNIFORM))
                .kernelConstraint(Constraint.NON_NEGATIVE));
    var fit = new Fit(new SGD(0.3), Loss.MSE, 30, 10);
    for (int seed = 0; seed < 20; seed++) {
      new Trial(model, absoluteValue(40, 1), fit, seed)
          .run(
              epoch ->
                  assertThat(epoch.network().kernel(1).getDDRM().data)
                      .matches(k -> k[0] >= 0 && k[1] >= 0 && k[2] >= 0));
    }
  }

  @Test
  void aConstraintLeavesAloneWhatObeysIt() {
    var free = Sequential.of(1, new Dense(3).kernelInitializer(Given.row(1, 2, 3)), new Dense(1));
    var last = new Dense(3).kernelInitializer(Given.row(1, 2, 3));
    var held = Sequential.of(1, last.kernelConstraint(Constraint.NON_NEGATIVE), new Dense(1));
    var fit = new Fit(new SGD(0.01), Loss.MSE, 3, 10);
    assertThat(new Trial(held, absoluteValue(40, 1), fit, 1).run().network().parameters())
        .isEqualTo(new Trial(free, absoluteValue(40, 1), fit, 1).run().network().parameters());
  }

  /** Two steps of the formula, written out with other names and in another order. */
  @Test
  void ftrlWithAllItsSettingsFollowsItsFormula() {
    double rate = 0.3;
    double power = 0.7;
    var ftrl = new Ftrl(rate, -power, 0.2, 0.05, 0.4, 0.6, 0.8);
    double[] w = {0.5, -0.25, 0.01};
    double[][] gradients = {{1.5, -2, 0.01}, {-0.5, 0.3, 0.02}};
    double[] z = new double[3];
    double[] n = {0.2, 0.2, 0.2};
    double[] expected = w.clone();
    OptimizerState state = ftrl.start(2, 1);
    for (double[] g : gradients) {
      state.apply(rate, g, w);
      for (int i = 0; i < 3; i++) {
        double before = Math.pow(n[i], power);
        n[i] += g[i] * g[i];
        double after = Math.pow(n[i], power);
        z[i] += g[i] + 2 * 0.6 * expected[i] - expected[i] * (after - before) / rate;
        double shrunk = Math.signum(z[i]) * Math.max(0, Math.abs(z[i]) - 0.05);
        expected[i] = -shrunk / (after / rate + 2 * 0.4 + 0.8 / rate);
      }
      assertThat(w).containsExactly(expected, within(1e-14));
    }
    assertThat(w[2]).isZero();
  }

  /** Both means turn negative in the third step, and would not with other weights. */
  @Test
  void lionFollowsTheSignOfItsMean() {
    double[] w = {0};
    OptimizerState state = new Lion(1, 0.5, 0.5).start(1);
    state.apply(1, new double[] {1}, w);
    assertThat(w).containsExactly(-1);
    state.apply(1, new double[] {-0.3}, w);
    assertThat(w).containsExactly(-2);
    state.apply(1, new double[] {-0.15}, w);
    assertThat(w).containsExactly(-1);
  }

  @Test
  void ftrlWithoutAccumulatorDividesByNothing() {
    double[] w = {1};
    new Ftrl(0.1, -0.5, 0, 0, 0, 0, 0).start(1).apply(0.1, new double[1], w);
    assertThat(w).containsExactly(1);
  }
}
