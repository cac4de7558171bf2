package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.train.Loss.MSE;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Problems;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Trial;

class UnitsTest {

  private static Units units(double[][] kernel, double[] bias, SimpleMatrix x) {
    var layer =
        new Dense(bias.length, Activation.RELU)
            .kernelInitializer(Given.of(kernel))
            .biasInitializer(Given.row(bias));
    return Units.of(Sequential.of(kernel.length, layer).initialize(0), 0, x);
  }

  @Test
  void unitsOfOneInputHaveSharesAndAngles() {
    SimpleMatrix x = Problems.absoluteValue(401, 2).inputs();
    var units = units(new double[][] {{2, -1, 1}}, new double[] {1, 0.5, -1.995}, x);
    assertThat(units.active(0)).isEqualTo(250 / 401.0);
    assertThat(units.active(1)).isEqualTo(250 / 401.0);
    assertThat(units.active(2)).isEqualTo(1 / 401.0);
    assertThat(units.angle(0, 1)).isEqualTo(180);
    assertThat(units.angle(0, 2)).isZero();
    assertThat(units.isDead(2)).isTrue();
    assertThat(units).hasToString("3 units, 1 dead, 0 duplicate pairs");
  }

  @Test
  void aUnitIsDeadBelowOnePercent() {
    SimpleMatrix x = Problems.absoluteValue(1000, 1).inputs();
    var kernel = new double[][] {{1, 1}};
    // 9 and 10 of 1000 samples lie above these kinks.
    double nine = -(x.get(990) + x.get(991)) / 2;
    double ten = -(x.get(989) + x.get(990)) / 2;
    var units = units(kernel, new double[] {nine, ten}, x);
    assertThat(units.isDead(0)).isTrue();
    assertThat(units.isDead(1)).isFalse();
    assertThat(units.dead()).isEqualTo(1);
  }

  @Test
  void directionsAndAnglesAreDegrees() {
    double half = Math.sqrt(0.75);
    var kernel = new double[][] {{2, -0.5, -0.5}, {0, half, -half}};
    var x = new SimpleMatrix(new double[][] {{1, 1}, {-1, 1}, {-1, -1}});
    var units = units(kernel, new double[] {0, 0, 0.1}, x);
    assertThat(units.direction(0)).isZero();
    assertThat(units.direction(1)).isCloseTo(120, within(1e-12));
    assertThat(units.direction(2)).isCloseTo(-120, within(1e-12));
    assertThat(units.angle(1, 2)).isCloseTo(120, within(1e-12));
  }

  @Test
  void duplicatesLieLessThanFiveDegreesApartAndLive() {
    double[] degrees = {10, 14.9, 19.95, 195, 12};
    var kernel = new double[2][5];
    for (int unit = 0; unit < 5; unit++) {
      kernel[0][unit] = (unit + 1) * Math.cos(Math.toRadians(degrees[unit]));
      kernel[1][unit] = (unit + 1) * Math.sin(Math.toRadians(degrees[unit]));
    }
    var x = new SimpleMatrix(new double[][] {{1, 0}, {-1, 0}});
    var units = units(kernel, new double[] {0, 0, 0, 0, -99}, x);
    assertThat(units.duplicates()).isEqualTo(1);
    assertThat(units.duplicates(0.01, 4.8)).isZero();
    assertThat(units.duplicates(0.01, 5.1)).isEqualTo(2);
    assertThat(units.duplicates(0, 4.8)).isEqualTo(2);
    assertThat(units.dead()).isEqualTo(1);
    assertThat(units.dead(0)).isZero();
    assertThat(units.dead(0.51)).isEqualTo(5);
  }

  @Test
  void anglesAreExactWhereTheyAreSmallAndInManyDimensions() {
    var x = new SimpleMatrix(new double[][] {{1, 1, 1}});
    var kernel = new double[][] {{1, 1, 0}, {0, 1e-9, 1}, {0, 0, 1}};
    var units = units(kernel, new double[] {0, 0, 0}, x);
    assertThat(Math.toRadians(units.angle(0, 1))).isCloseTo(1e-9, within(1e-24));
    assertThat(units.angle(0, 2)).isCloseTo(90, within(1e-13));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    var one = units(new double[][] {{1}}, new double[] {0}, new SimpleMatrix(1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.direction(0))
        .withMessage("directions need a layer with 2 inputs. Received: 1");
    assertThatIllegalArgumentException().isThrownBy(() -> one.active(1));
    var dropout = Sequential.of(1, new Dense(1), new Dropout(0.5)).initialize(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Units.of(dropout, 1, new SimpleMatrix(1, 1)))
        .withMessageStartingWith("layer must be a Dense one. Received: 1 of Sequential.of(");
  }

  @Test
  void aRunKnowsItsUnitsAtTheStart() {
    var hidden = new Dense(1, Activation.RELU).kernelInitializer(Given.row(1));
    var model = Sequential.of(1, hidden, new Dense(1).kernelInitializer(Given.row(-1)));
    var fit = new Fit(new SGD(3), MSE, 1, 8);
    var run = new Trial(model, Problems.absoluteValue(8, 1), fit, 0).run();
    assertThat(Units.atStart(run).active(0)).isEqualTo(0.5);
    assertThat(Units.of(run).dead()).isEqualTo(1);
  }
}
