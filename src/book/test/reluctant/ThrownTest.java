package reluctant;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.train.Loss.MSE;

import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.spi.SPIResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** JJava fails on a name that is missing in a cell, if it is the cause of another exception. */
class ThrownTest {
  private static final Sweep SWEEP =
      Sweep.of(
          new Trial(
              Sequential.of(1, new Dense(1)),
              absoluteValue(2, 1),
              new Fit(new Adam(0.01), MSE, 1, 2),
              0));

  static Stream<RuntimeException> thrownByCells() {
    var missing = new SPIResolutionException(1);
    return Stream.of(
        missing,
        new IllegalStateException("the cell's own", missing),
        new IllegalStateException(new Exception(missing)));
  }

  @ParameterizedTest
  @MethodSource("thrownByCells")
  void aNameThatIsMissingIsNeverACause(RuntimeException thrown) {
    assertThatThrownBy(() -> SWEEP.outcomes(run -> refuse(thrown)).run())
        .isExactlyInstanceOf(SPIResolutionException.class);
    var grid = SWEEP.over("epochs", List.of(1), (trial, epochs) -> trial.epochs(refuse(thrown)));
    assertThatThrownBy(() -> grid.outcomes(run -> true).run())
        .isExactlyInstanceOf(SPIResolutionException.class);
  }

  private static int refuse(RuntimeException thrown) {
    throw thrown;
  }
}
