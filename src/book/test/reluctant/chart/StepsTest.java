package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.sweep.Axis;

class StepsTest {

  @Test
  void cellsOfAFactorMeetInTheGeometricMiddle() {
    Steps steps = Steps.of("rate", new double[] {1, 4, 16, 64});
    assertThat(steps.isLogarithmic()).isTrue();
    Double[] edges = steps.edges();
    double[] expected = {0.5, 2, 8, 32, 128};
    assertThat(edges).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(edges[i]).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void cellsOfASummandMeetInTheMiddle() {
    Steps steps = Steps.of("units", new double[] {1, 3, 4});
    assertThat(steps.isLogarithmic()).isFalse();
    assertThat(steps.edges()).containsExactly(0.0, 2.0, 3.5, 4.5);
  }

  @Test
  void aSingleCellHasAWidth() {
    assertThat(Steps.of("units", new double[] {7}).edges()).containsExactly(6.5, 7.5);
  }

  @Test
  void numbersThatDoNotAscendAreRefused() {
    assertThatThrownBy(() -> Steps.of("units", new double[] {2, 2}))
        .hasMessage("the values of units must ascend to be drawn. Received: [2.0, 2.0]");
  }

  @Test
  void wordsAreRefused() {
    assertThatThrownBy(() -> Steps.of(new Axis<>("cure", List.of("none"), (t, v) -> t)))
        .hasMessage("the values of cure must be numbers to be drawn. Received: none");
  }
}
