package reluctant.formula;

import static reluctant.Text.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/** The characters of a formula from left to right. */
final class Characters {

  private static final int SHOWN = 24;

  private final String text;
  private int at;

  Characters(String text) {
    this.text = text;
    skipBlanks();
  }

  /** Returns where it stands, from 0. */
  int place() {
    return at;
  }

  /** Returns the next character, 0 at the end. */
  char next() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  /** Takes what a pattern finds here and the blanks behind it, or gives null. */
  @Nullable String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    skipBlanks();
    return matcher.group();
  }

  boolean takes(String mark) {
    boolean isThere = text.startsWith(mark, at);
    if (isThere) {
      at += mark.length();
      skipBlanks();
    }
    return isThere;
  }

  /** Blanks of any kind, also those of a page or a mail. */
  private void skipBlanks() {
    while (!isAtEnd() && (Character.isWhitespace(next()) || Character.isSpaceChar(next()))) {
      at++;
    }
  }

  /** Returns what refuses a place, with the cure first. */
  IllegalArgumentException refusal(int place, String cure) {
    int end = Math.min(text.length(), place + SHOWN);
    String shown =
        place == text.length() ? "where it ends" : "\"" + text.substring(place, end) + "\"";
    return Require.refusal(
        format(
            "%s. Not understood is character %d of %d of the formula, %s",
            cure, place + 1, text.length(), shown));
  }
}
