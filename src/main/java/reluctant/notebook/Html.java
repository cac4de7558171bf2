package reluctant.notebook;

import reluctant.plot.DrawnText;

/** Text as HTML that says just that text. */
final class Html {
  private Html() {}

  static String text(String text) {
    return DrawnText.whole(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
