package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.points;
import static reluctant.data.Problems.xor;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.nn.RandomStream;

class DerivedTest {

  private static final Problem FAR = formula("x1^4 + x2; x2", uniform(90, 110, 40));

  private static Dataset draw(Problem problem) {
    return problem.draw(RandomStream.DATA.of(3));
  }

  private static void isStandard(SimpleMatrix numbers) {
    for (int j = 0; j < numbers.getNumCols(); j++) {
      SimpleMatrix column = numbers.getColumn(j);
      assertThat(column.elementSum() / 40).isCloseTo(0, within(1e-9));
      assertThat(column.elementPower(2).elementSum() / 40).isCloseTo(1, within(1e-9));
    }
  }

  private static void areClose(SimpleMatrix one, SimpleMatrix other) {
    assertThat(one.isIdentical(other, 1e-9 * other.elementMaxAbs())).isTrue();
  }

  @Test
  void standardizedColumnsHaveMeanZeroAndDeviationOne() {
    Dataset raw = draw(FAR);
    isStandard(draw(FAR.standardized()).inputs());
    isStandard(draw(FAR.standardized()).targets());
    isStandard(draw(FAR.standardizedInputs()).inputs());
    isStandard(draw(FAR.standardizedTargets()).targets());
    assertThat(draw(FAR.standardizedInputs()).targets().isIdentical(raw.targets(), 0)).isTrue();
    assertThat(draw(FAR.standardizedTargets()).inputs().isIdentical(raw.inputs(), 0)).isTrue();
  }

  @Test
  void columnsFarFromZeroAreStandardizedExactly() {
    Problem far = points(new double[][] {{1e9, -1}, {1e9 + 4, 5}});
    assertThat(draw(far.standardized()).inputs().getDDRM().data).containsExactly(-1, 1);
    assertThat(draw(far.standardized()).targets().getDDRM().data).containsExactly(-1, 1);
  }

  @Test
  void eachChangeCanBeUndone() {
    Dataset raw = draw(FAR);
    for (Problem changed :
        new Problem[] {
          FAR,
          FAR.standardized(),
          FAR.scaledInputs(0.5, -3).shiftedTargets(7),
          FAR.shiftedInputs(-100).scaledInputs(1e-3).scaledTargets(2, 1e9).shiftedTargets(-1, 4),
          FAR.shiftedTargets(5).standardized().scaledTargets(-3).standardizedTargets(),
          FAR.scaledInputs(0.5).scaledTargets(3, -8).standardized()
        }) {
      Dataset data = draw(changed);
      areClose(data.scaling().inputs(raw.inputs()), data.inputs());
      areClose(data.scaling().predictions(data.targets()), raw.targets());
      areClose(data.unscaled().inputs(), raw.inputs());
      areClose(data.unscaled().targets(), raw.targets());
      assertThat(data.unscaled().scaling()).isEqualTo(raw.scaling());
    }
  }

  @Test
  void scaledAndShiftedNumbersAreExact() {
    Dataset data = draw(points(new double[][] {{1, 2, 3}, {4, 5, 6}}).scaledInputs(2, 0.1));
    assertThat(data.inputs().getDDRM().data).containsExactly(2, 2 * 0.1, 8, 5 * 0.1);
    data = draw(points(new double[][] {{1, 2}, {4, 5}}).shiftedTargets(0.1).scaledTargets(3));
    assertThat(data.targets().getDDRM().data).containsExactly((2 + 0.1) * 3, (5 + 0.1) * 3);
    assertThat(data.inputs().getDDRM().data).containsExactly(1, 4);
  }

  @Test
  void onlyNumbersOfItsColumnsAreScaled() {
    Scaling scaling = draw(FAR).scaling();
    assertThatThrownBy(() -> scaling.inputs(new SimpleMatrix(3, 1)))
        .hasMessage("x must be (3 x 2), a row for each sample. Received: (3 x 1)");
    assertThatThrownBy(() -> scaling.predictions(new SimpleMatrix(0, 2)))
        .hasMessage("y must be (1 x 2), a row for each sample. Received: (0 x 2)");
  }

  @Test
  void noiseIsDrawnAfterTheSamples() {
    Problem noisy = formula("x", uniform(0, 1, 4000)).noise(0.5);
    Dataset data = draw(noisy);
    SimpleMatrix errors = data.targets().minus(data.inputs());
    assertThat(errors.elementPower(2).elementSum() / 4000).isCloseTo(0.25, within(0.02));
    assertThat(data.inputs().isIdentical(draw(formula("x", uniform(0, 1, 4000))).inputs(), 0))
        .isTrue();
    Dataset moved = draw(formula("x", uniform(0, 1, 4000)).inputNoise(0.5));
    assertThat(moved.targets().isIdentical(data.inputs(), 0)).isTrue();
    assertThat(moved.inputs().isIdentical(data.inputs(), 1e-3)).isFalse();
    assertThat(draw(xor().noise(0)).targets().isIdentical(xor().targets(), 0)).isTrue();
  }

  @Test
  void rowsAreHeldOutOfEachDraw() {
    Problem five = formula("x^2", grid(0, 4, 5));
    assertThat(draw(five.without(4, 1)).inputs().getDDRM().data).containsExactly(0, 2, 3);
    assertThat(draw(five.only(4, 1)).targets().getDDRM().data).containsExactly(1, 16);
    assertThat(five.without(4, 1).samples()).isEqualTo(3);
    assertThat(five.without(0).without(0).only(0).draw(RandomStream.DATA.of(0)).targets().get(0))
        .isEqualTo(4);
    Dataset whole = draw(FAR.standardized());
    Dataset part = draw(FAR.standardized().without(0));
    assertThat(part.inputs().isIdentical(whole.inputs().rows(1, 40), 0)).isTrue();
    assertThat(part.scaling()).isEqualTo(whole.scaling());
  }

  @Test
  void aColumnWithoutSpreadIsTold() {
    Problem flat = points(new double[][] {{1, 0.1, 3}, {2, 0.1, 3}, {3, 0.1, 3}});
    assertThatThrownBy(() -> draw(flat.standardized()))
        .hasMessage(
            "column 1 of the inputs has no standard deviation to divide by, leave it out or use"
                + " .standardizedTargets(). Received: 0.1 in row 0, 0.1 in the last one");
    assertThatThrownBy(() -> draw(flat.standardizedTargets()))
        .hasMessageStartingWith("column 0 of the targets has no standard deviation");
    assertThatThrownBy(() -> draw(absoluteValue(3, 1e300).standardizedInputs()))
        .hasMessageContaining("Received: -1.0E300 in row 0, 1.0E300 in the last one");
  }

  @Test
  void whatIsDerivedHasTheNameThatMakesIt() {
    assertThat(draw(xor().noise(1)).name()).isEqualTo("xor().noise(1), drawn");
    assertThat(xor().standardized().noise(0.5).without(1, 3))
        .hasToString("xor().standardized().noise(0.5).without(1, 3)");
    Derived derived = (Derived) xor().standardized().noise(0.5).without(1);
    assertThat(derived.root()).isEqualTo(xor());
    assertThat(derived.withRoot(absoluteValue(9, 1)))
        .isEqualTo(absoluteValue(9, 1).standardized().noise(0.5).without(1));
  }
}
