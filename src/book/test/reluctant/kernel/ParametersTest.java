package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  private static final String RANGES = "units 1 to 16, trials 50 to 20,000, rate 0.001 to 10";

  @Test
  void bothEndsMayBeChosen() {
    assertThatCode(() -> Parameters.check(RANGES, 1, 50, 0.001)).doesNotThrowAnyException();
    assertThatCode(() -> Parameters.check(RANGES, 16, 20_000, 10)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 50 | 1 | units must be 1 to 16. Received: 0",
        "1 | 20001 | 1 | trials must be 50 to 20,000. Received: 20001",
        "1 | 50 | 10.5 | rate must be 0.001 to 10. Received: 10.5",
        "1 | 50 | NaN | rate must be 0.001 to 10. Received: NaN",
        "1 | 2147483647 | 1 | trials must be 50 to 20,000. Received: 2147483647",
      })
  void whatLiesOutsideIsRefusedInOneSentence(
      double units, double trials, double rate, String told) {
    assertThatThrownBy(() -> Parameters.check(RANGES, units, trials, rate)).hasMessage(told);
  }

  @Test
  void eachParameterNeedsItsRange() {
    assertThatThrownBy(() -> Parameters.check("units 1 to 16, trials: many", 1, 2))
        .hasMessage(
            "ranges must name each of the 2 values, as in \"units 1 to 16\"."
                + " Received: units 1 to 16, trials: many");
  }
}
