package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Inputs.at;
import static reluctant.data.Inputs.bits;
import static reluctant.data.Inputs.coins;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Inputs.sample;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.parabola;
import static reluctant.data.Problems.xor;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import reluctant.nn.RandomStream;

class FormulaProblemTest {

  private static Dataset draw(Problem problem) {
    Dataset data = problem.draw(RandomStream.DATA.of(3));
    assertThat(data.samples()).isEqualTo(problem.samples());
    assertThat(data.features()).isEqualTo(problem.features());
    assertThat(data.outputs()).isEqualTo(problem.outputs());
    return data;
  }

  private static void areTheSame(Problem one, Problem other) {
    assertThat(draw(one).named("a")).isEqualTo(draw(other).named("a"));
  }

  private static double[] targets(Problem problem) {
    return draw(problem).targets().getDDRM().data;
  }

  private static double[] inputs(Problem problem) {
    return draw(problem).inputs().getDDRM().data;
  }

  @Test
  void theProblemsThereAreCanBeWrittenAsFormulas() {
    areTheSame(formula("abs(x)", grid(-1000, 1000, 400)), absoluteValue(400, 1000));
    areTheSame(formula("x^2", grid(-3, 3, 99)), parabola(99, 3));
    areTheSame(formula("x1 != x2", grid(0, 1, 2)), xor());
    areTheSame(formula("x1 != x2", bits(0, 3, 2)), xor());
    areTheSame(
        formula("sqrt(x1^2 + x2^2)", sample(50, Distribution.DISK)),
        euclideanDistance(50, Distribution.DISK));
    areTheSame(
        formula("sqrt(x1^2 + x2^2)", normal(50)), euclideanDistance(50, Distribution.NORMAL));
  }

  @Test
  void aGridHasEachCombinationWithTheLastInputFastest() {
    assertThat(inputs(formula("x1 x2", grid(0, 1, 2).by(-1, 1, 3))))
        .containsExactly(0, -1, 0, 0, 0, 1, 1, -1, 1, 0, 1, 1);
    assertThat(formula("x3", grid(0, 1, 5)).samples()).isEqualTo(125);
    assertThat(formula("x", grid(0, 1, 5)).samples()).isEqualTo(5);
  }

  @Test
  void inputsMayBeMoreThanTheFormulaNames() {
    assertThat(formula("x1", normal(5)).features(3).features()).isEqualTo(3);
    assertThat(formula("2", normal(5)).features()).isEqualTo(1);
    assertThat(formula("x2 + x1", normal(5)).features(3).formula()).hasToString("x2 + x1");
    assertThat(formula("x1", coins(5)).features(4))
        .hasToString("formula(\"x1\", coins(5)).features(4)");
  }

  @Test
  void severalOutputsAreColumns() {
    assertThat(targets(formula("x1 x2; x1 + x2", grid(1, 2, 2))))
        .containsExactly(1, 2, 2, 3, 2, 3, 4, 4);
  }

  @Test
  void bitsAreWrittenHighestFirstAndKnowTheirNumber() {
    assertThat(inputs(formula("n", bits(5, 6, 4)))).containsExactly(0, 1, 0, 1, 0, 1, 1, 0);
    assertThat(targets(formula("n; ones", bits(5, 7, 4)))).containsExactly(5, 2, 6, 2, 7, 3);
    double[] even = targets(formula("mod(n, 2) == 0", bits(0, 99, 8)));
    assertThat(even).hasSize(100).startsWith(1, 0, 1, 0).endsWith(1, 0);
    assertThat(targets(formula("mod(ones, 2)", bits(0, 7, 3))))
        .containsExactly(0, 1, 1, 0, 1, 0, 0, 1);
    assertThat(bits(0, Integer.MAX_VALUE, 31).samples(31)).isEqualTo(1L << 31);
    assertThat(formula("n", bits(1, Integer.MAX_VALUE, 31)).samples()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void coinsFallOnBothSides() {
    Dataset data = draw(formula("x1 == x2", coins(4000)));
    assertThat(data.inputs().getDDRM().data).containsOnly(0, 1);
    assertThat(data.targets().elementSum() / 4000).isCloseTo(0.5, within(0.05));
    assertThat(data.inputs().elementSum() / 8000).isCloseTo(0.5, within(0.05));
  }

  @Test
  void uniformNumbersFillTheirRange() {
    assertThat(Arrays.stream(inputs(formula("x", uniform(2, 3, 1000)))).boxed())
        .allMatch(x -> x >= 2 && x < 3)
        .anyMatch(x -> x < 2.01)
        .anyMatch(x -> x > 2.99);
  }

  @Test
  void givenInputsComeInOrder() {
    assertThat(targets(formula("2 x - 1", at(1, 2, 3, 4, 35)))).containsExactly(1, 3, 5, 7, 69);
  }

  @Test
  void eachSeedDrawsItsOwn() {
    Problem problem = formula("sin(x)", normal(9)).noise(0.1);
    Dataset one = problem.draw(RandomStream.DATA.of(1));
    assertThat(one).isEqualTo(problem.draw(RandomStream.DATA.of(1)));
    assertThat(one.inputs().isIdentical(problem.draw(RandomStream.DATA.of(2)).inputs(), 0))
        .isFalse();
  }

  @Test
  void aFormulaWithoutAValueIsToldWithItsInputs() {
    assertThatThrownBy(() -> draw(formula("1 / x", grid(-1, 1, 3))))
        .hasMessage(
            "a formula must give a finite number for each sample, change it or its inputs."
                + " Received: 1 / x gives Infinity at x = 0, in row 1");
    assertThatThrownBy(() -> draw(formula("2; log(x1 x2)", grid(-1, 1, 2))))
        .hasMessageEndingWith("Received: 2; log(x1 x2) gives NaN at x1 = -1, x2 = 1, in row 1");
    assertThatThrownBy(() -> draw(formula("exp(1e9 x9^2)", normal(1)).features(9)))
        .hasMessageContaining(", x8 = ")
        .hasMessageContaining(", .., in row 0");
    assertThatThrownBy(() -> draw(formula("1 / x8", bits(0, 1, 8))))
        .hasMessageEndingWith(", x7 = 0, x8 = 0, in row 0");
  }

  @Test
  void manyRowsAreComputedAtOnce() {
    double[] y = targets(formula("exp(-x^2) sin(3 x) + max(x, 0) / 2", grid(-3, 3, 1_000_000)));
    assertThat(y).hasSize(1_000_000);
  }
}
