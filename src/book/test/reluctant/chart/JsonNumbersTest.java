package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class JsonNumbersTest {

  @Test
  void sixDigitsAreEnough() {
    assertThat(JsonNumbers.array(1.0 / 3, 2e-9 / 3, 12345.678901, 0).toString())
        .isEqualTo("[0.333333,6.66667E-10,12345.7,0]");
  }

  @Test
  void wholeNumbersStayExact() {
    assertThat(JsonNumbers.array(123456789012.0, -1, 1e300).toString())
        .isEqualTo("[123456789012,-1,1.0E300]");
  }

  @Test
  void aNarrowRangeKeepsItsSlope() {
    assertThat(JsonNumbers.array(166875.3001, 166875.3002).toString())
        .isEqualTo("[166875.3001,166875.3002]");
  }

  @Test
  void whatIsNotFiniteIsAGap() {
    assertThat(JsonNumbers.array(Double.NaN, Double.POSITIVE_INFINITY, -0.0).toString())
        .isEqualTo("[null,null,0]");
  }

  @Test
  void textsThatAreNumbersAreReadAsNumbers() {
    var array = JsonNodeFactory.instance.arrayNode();
    array.add("1.5").add("-2E-3").add("NaN").add("null").addNull().add(".5");
    assertThat(JsonNumbers.read(array))
        .containsExactly(1.5, -0.002, Double.NaN, Double.NaN, Double.NaN, 0.5);
    assertThat(JsonNumbers.read(array.add("1d"))).isNull();
  }
}
