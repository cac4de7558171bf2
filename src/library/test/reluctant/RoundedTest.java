package reluctant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-3, -3",
    "123456, 123456",
    "57477.3, 57500",
    "0.083750001, 0.0838",
    "-0.5, -0.5",
    "0.00012344, 0.000123",
    "0.000033, 0.000033",
    "0.00000099, 9.90e-07",
    "2.1e-7, 2.10e-07",
    "1234567890123, 1.23e+12",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void aSentenceHasThreeDigitsAndWholeNumbersInFull(double value, String told) {
    assertThat(Text.rounded(value)).isEqualTo(told);
  }
}
