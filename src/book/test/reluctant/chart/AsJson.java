package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import tech.tablesaw.plotly.components.Axis;

/** What a figure holds in the end, for the tests of other packages. */
public final class AsJson {

  private AsJson() {}

  public static JsonNode axis(Axis axis) {
    return Translation.axis(axis);
  }

  public static double number(double value) {
    return JsonNumbers.number(value).asDouble();
  }
}
