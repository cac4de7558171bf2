package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void geometricNumbersGrowByTheSameFactorAndEndWhereTheyShould() {
    List<Double> rates = Axis.geometric(0.001, 1, 4);
    assertThat(rates).hasSize(4).startsWith(0.001).endsWith(1.0);
    assertThat(rates.get(1)).isCloseTo(0.01, within(1e-15));
    assertThat(rates.get(2)).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void geometricNumbersHaveAnOrder() {
    assertThatThrownBy(() -> Axis.geometric(1, 1, 3))
        .hasMessage("last must be above first, 1.0. Received: 1.0");
    assertThatThrownBy(() -> Axis.geometric(0, 1, 3))
        .hasMessage("first must be a finite number above 0. Received: 0.0");
    assertThatThrownBy(() -> Axis.geometric(1, 2, 1))
        .hasMessage("count must be at least 2. Received: 1");
  }
}
