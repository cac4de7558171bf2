package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** From the lowest to the highest of some numbers. */
public record Extent(double low, double high) {

  /** Returns the extent of some numbers, NaN to NaN of none. */
  public static Extent of(double... values) {
    return new Extent(
        Arrays.stream(values).min().orElse(Double.NaN),
        Arrays.stream(values).max().orElse(Double.NaN));
  }

  /** All numbers in an array, also in arrays within it; none if it holds categories. */
  static DoubleStream numbers(JsonNode array) {
    DoubleStream.Builder numbers = DoubleStream.builder();
    for (JsonNode element : array) {
      if (element.isNumber()) {
        numbers.add(element.doubleValue());
      } else if (element.isArray()) {
        numbers(element).forEach(numbers);
      }
    }
    return numbers.build();
  }

  /** Returns this with a share of its length added at both ends. */
  public Extent widened(double share) {
    double margin = high > low ? share * (high - low) : share * Math.max(1, Math.abs(high));
    return new Extent(low - margin, high + margin);
  }
}
