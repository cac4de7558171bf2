package reluctant.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import reluctant.Require;

/**
 * What a kernel sends for a value: one representation for each MIME type, and always a plain text.
 *
 * @param data from MIME type to a text or to a map that is JSON, in order
 */
record Shown(Map<String, Object> data) {
  static final String TEXT = "text/plain";
  static final String HTML = "text/html";
  static final String MARKDOWN = "text/markdown";

  static Shown text(String text) {
    return new Shown(Map.of(TEXT, text));
  }

  Shown {
    if (!(data.get(TEXT) instanceof String)) {
      throw Require.refusal("data must have a text/plain. Received: " + data.keySet());
    }
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  Shown with(String mimeType, Object representation) {
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(mimeType, representation);
    return new Shown(more);
  }
}
