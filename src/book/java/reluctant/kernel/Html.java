package reluctant.kernel;

import reluctant.chart.DrawnText;

/**
 * Text as HTML that says just that text. JupyterLab would set what stands between two dollars, or
 * after a backslash, as a formula: an element around each keeps it from finding them.
 */
final class Html {
  private Html() {}

  static String text(String text) {
    return DrawnText.whole(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("$", "<span>$</span>")
        .replace("\\", "<span>\\</span>");
  }
}
