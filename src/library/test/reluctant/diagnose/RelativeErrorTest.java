package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Network;
import reluctant.nn.Sequential;

class RelativeErrorTest {

  private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{-2}, {1}, {4}});

  /** 2 x + bias. */
  private static Network line(double bias) {
    var layer = new Dense(1).kernelInitializer(Given.row(2)).biasInitializer(new Constant(bias));
    return Sequential.of(1, layer).initialize(0);
  }

  @Test
  void itIsTheLargestInPartsOfTheTarget() {
    var data = new Dataset("line", X, X.scale(2));
    assertThat(RelativeError.largest(line(0), data)).isZero();
    assertThat(RelativeError.largest(line(1), data)).isEqualTo(0.5);
  }

  @Test
  void aTargetOfZeroIsMissedInfinitelyFar() {
    var data = new Dataset("zero", X, X.scale(0));
    assertThat(RelativeError.largest(line(1), data)).isInfinite();
    assertThat(RelativeError.largest(line(0), new Dataset("two", X, X.scale(0).plus(2))))
        .isEqualTo(3);
    assertThat(RelativeError.largest(line(0), new Dataset("x", X.scale(0), X.scale(0)))).isZero();
  }
}
