package reluctant.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.traces.Trace;

/** A trace that knows its own JSON and still fits wherever Tablesaw takes a trace. */
public interface JsonTrace extends Trace {

  /** A new node each time. Texts in it are as the author wrote them. */
  ObjectNode json();

  @Override
  default String asJavascript(int i) {
    return "var trace" + i + " = " + json().toString().replace("<", "\\u003c") + ";";
  }

  @Override
  default String name() {
    return json().path("name").asText();
  }

  @Override
  default @Nullable HoverLabel hoverLabel() {
    return null;
  }

  @Override
  default boolean showLegend() {
    return json().path("showlegend").asBoolean(true);
  }
}
