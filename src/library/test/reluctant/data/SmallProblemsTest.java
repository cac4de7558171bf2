package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Inputs.sample;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.data.Problems.dft;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.oneRelu;
import static reluctant.data.Problems.parabola;
import static reluctant.data.Problems.points;
import static reluctant.data.Problems.xor;

import org.junit.jupiter.api.Test;
import reluctant.nn.RandomStream;

class SmallProblemsTest {

  @Test
  void xorIsOneWhereExactlyOneInputIs() {
    assertThat(xor().inputs().getDDRM().data).containsExactly(0, 0, 0, 1, 1, 0, 1, 1);
    assertThat(xor().targets().getDDRM().data).containsExactly(0, 1, 1, 0);
  }

  @Test
  void noisyXorLiesAroundTheCorners() {
    Dataset data = xor(4000, 0.1).draw(RandomStream.DATA.of(0));
    double squares = 0;
    for (int i = 0; i < 4000; i++) {
      for (int column = 0; column < 2; column++) {
        double noise = data.inputs().get(i, column) - xor().inputs().get(i % 4, column);
        squares += noise * noise;
      }
      assertThat(data.targets().get(i)).isEqualTo(xor().targets().get(i % 4));
    }
    assertThat(squares / 8000).isCloseTo(0.01, within(0.0005));
    Dataset exact = xor(4, 0).draw(RandomStream.DATA.of(0));
    assertThat(exact.inputs().isIdentical(xor().inputs(), 0)).isTrue();
  }

  @Test
  void oneReluIsFlatOnOneSide() {
    assertThat(oneRelu(5, 2, 3, -1).inputs().getDDRM().data).containsExactly(-2, -1, 0, 1, 2);
    assertThat(oneRelu(5, 2, 3, -1).targets().getDDRM().data).containsExactly(0, 0, 0, 2, 5);
    Dataset drawn = oneRelu(1000, -2, 1).draw(RandomStream.DATA.of(0));
    assertThat(drawn.inputs().elementPower(2).elementSum() / 1000).isCloseTo(1, within(0.15));
    for (int i = 0; i < 1000; i++) {
      double z = 1 - 2 * drawn.inputs().get(i);
      assertThat(drawn.targets().get(i)).isEqualTo(z > 0 ? z : 0);
    }
  }

  @Test
  void pointsHaveTheirInputsBeforeTheirTargets() {
    Dataset points = points(new double[][] {{1, 2, 3}, {4, 5, -6}}, 2);
    assertThat(points.inputs().getDDRM().data).containsExactly(1, 4);
    assertThat(points.targets().getDDRM().data).containsExactly(2, 3, 5, -6);
    assertThat(points.name()).isEqualTo("points(new double[][] {{1, 2, 3}, {4, 5, -6}}, 2)");
    assertThat(points(new double[][] {{1, 0.5}}).name())
        .isEqualTo("points(new double[][] {{1, 0.5}})");
    assertThat(points(new double[500][4]).samples()).isEqualTo(500);
  }

  @Test
  void evenlySpacedInputsReachFromEndToEnd() {
    assertThat(absoluteValue(4, 3).inputs().getDDRM().data).containsExactly(-3, -1, 1, 3);
    assertThat(absoluteValue(4, 3).targets().getDDRM().data).containsExactly(3, 1, 1, 3);
    assertThat(parabola(2, 0.5).inputs().getDDRM().data).containsExactly(-0.5, 0.5);
    assertThat(parabola(2, 0.5).targets().getDDRM().data).containsExactly(0.25, 0.25);
  }

  @Test
  void theirTextIsTheJavaThatMakesThem() {
    assertThat(absoluteValue(4, 3)).hasToString("absoluteValue(4, 3.0)");
    assertThat(parabola(4, 3)).hasToString("parabola(4, 3.0)");
    assertThat(xor(4, 0.1)).hasToString("xor(4, 0.1)");
    assertThat(oneRelu(4, 2, -1)).hasToString("oneRelu(4, 2.0, -1.0)");
    assertThat(oneRelu(4, 3, 2, -1)).hasToString("oneRelu(4, 3.0, 2.0, -1.0)");
    assertThat(dft(4, 8)).hasToString("dft(4, 8)");
    assertThat(amplitudeSpectrum(4, 8)).hasToString("amplitudeSpectrum(4, 8)");
    assertThat(firFilter(4, Signal.AR1, 1, -2)).hasToString("firFilter(4, AR1, 1.0, -2.0)");
    assertThat(firFilter(4, Signal.AR1, 1).noise(0.5))
        .hasToString("firFilter(4, AR1, 1.0).noise(0.5)");
    assertThat(euclideanDistance(4, Distribution.halfNormal(1, 2)))
        .hasToString("euclideanDistance(4, halfNormal(1.0, 2.0))");
    assertThat(xor().shiftedInputs(1).scaledTargets(2).standardizedInputs().inputNoise(0.5))
        .hasToString(
            "xor().shiftedInputs(1).scaledTargets(2).standardizedInputs().inputNoise(0.5)");
    assertThat(formula("x", uniform(0, 1.5, 4))).hasToString("formula(\"x\", uniform(0, 1.5, 4))");
    assertThat(formula("x1", sample(4, Distribution.DISK)))
        .hasToString("formula(\"x1\", sample(4, DISK))");
    assertThat(xor().only(1, 3).standardizedTargets())
        .hasToString("xor().only(1, 3).standardizedTargets()");
  }

  @Test
  void onlyNoiseAndDrawnInputsDifferFromSeedToSeed() {
    assertThat(xor().isFixed()).isTrue();
    assertThat(xor().standardized().without(0).isFixed()).isTrue();
    assertThat(xor().noise(1).isFixed()).isFalse();
    assertThat(xor(4, 0).isFixed()).isFalse();
    assertThat(CsvFile.known("a.csv", 1, "f".repeat(64)).inputs("a").targets("b").isFixed())
        .isTrue();
  }
}
