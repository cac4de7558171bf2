package reluctant.line;

import static reluctant.Text.format;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.line.Arguments.Numeral;

/**
 * Values from the line of Java that they print themselves as.
 *
 * <p>Reading runs no Java. The line is taken apart by this grammar, and a word that its {@link
 * Vocabulary} does not know ends it:
 *
 * <pre>
 * value  = number | text | NAME | call | "new" "double" "[" "]" "[" "]" "{" row "," .. "}"
 * call   = ["new"] word arguments {"." word arguments}
 * arguments = "(" [value {"," value}] ")"
 * row    = "{" number "," .. "}"
 * text   = quote, plain characters but quotes and backslashes, quote
 * </pre>
 *
 * <p>Blanks of any kind, line breaks of a mail among them, may stand between the words. The quotes
 * may be those that a mail makes of plain ones.
 */
final class LineParser {

  private static final int DEEPEST = 100;
  private static final int SHOWN = 24;
  private static final Pattern NUMBER =
      Pattern.compile(
          "-?((0|[1-9]\\d*)L?|\\d+(\\.\\d+([eE][-+]?\\d{1,4})?|[eE][-+]?\\d{1,4}))(?![\\w.])");
  private static final Pattern OCTAL = Pattern.compile("-?0\\d");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*(\\.[A-Z]\\w*){0,2}");
  private static final String QUOTES = "[\"\u201C\u201D\u201E]";
  private static final Pattern QUOTE = Pattern.compile(QUOTES);
  private static final Pattern TEXT = Pattern.compile(QUOTES + "[ !#-\\[\\]-~\\s\u00A0]*" + QUOTES);
  private static final Pattern FACTORY = Pattern.compile("\\.[a-z]\\w*");

  private final String line;
  private final String what;
  private final Vocabulary words;
  private final Map<String, ?> given;
  private final Arguments arguments;
  private int at;
  private int depth;

  LineParser(String line, String what, Vocabulary words, Map<String, ?> given) {
    this.line = line;
    this.what = what;
    this.words = words;
    this.given = given;
    arguments = new Arguments(words);
  }

  <T> T parse(Class<T> type, String beginning) {
    skipBlanks();
    int start = at;
    Object value = value();
    if (!type.isInstance(value)) {
      throw wrong(start, "a line starts with " + beginning);
    }
    skipBlanks();
    if (at < line.length()) {
      throw wrong(at, "the " + what + " has ended before it");
    }
    return type.cast(value);
  }

  private Object value() {
    skipBlanks();
    if (++depth > DEEPEST) {
      throw wrong(at, "more than " + DEEPEST + " brackets stand in each other");
    }
    int start = at;
    String number = take(NUMBER);
    String text = number == null ? take(TEXT) : null;
    Object value =
        number != null
            ? new Numeral(number)
            : text != null ? text.substring(1, text.length() - 1) : changed(named(start));
    depth--;
    return value;
  }

  /** A constant, or what a constructor or a factory makes. */
  private Object named(int start) {
    String word = take(WORD);
    if (word == null) {
      throw wrong(start, missing("a number or a word"));
    }
    boolean isNew = word.equals("new");
    if (isNew) {
      skipBlanks();
      String made = take(WORD);
      if ("double".equals(made)) {
        return rows();
      }
      word = "new " + made;
    } else {
      Object constant = given.containsKey(word) ? given.get(word) : words.named(word);
      if (constant != null) {
        return constant;
      }
      String factory = take(FACTORY);
      word = factory == null ? word : word + factory;
    }
    return called(start, word, null, words.calls(word));
  }

  /** A value after the methods that change it. */
  private Object changed(Object value) {
    Object changed = value;
    for (int calls = 0; calls <= DEEPEST; calls++) {
      skipBlanks();
      int start = at;
      String method = take(FACTORY);
      if (method == null) {
        return changed;
      }
      Object receiver = changed;
      List<Executable> known =
          words.calls(method).stream()
              .filter(call -> !Modifier.isStatic(call.getModifiers()))
              .filter(call -> call.getDeclaringClass().isInstance(receiver))
              .toList();
      changed = called(start, method, receiver, known);
    }
    throw wrong(at, "more than " + DEEPEST + " calls follow each other");
  }

  private Object called(int start, String word, @Nullable Object receiver, List<Executable> known) {
    if (known.isEmpty()) {
      throw wrong(start, "this word is unknown here, or of a newer library");
    }
    List<Object> given = arguments();
    try {
      return arguments.call(word, known, receiver, given);
    } catch (IllegalArgumentException e) {
      throw wrong(start, String.valueOf(e.getMessage()));
    }
  }

  private List<Object> arguments() {
    expect('(');
    var arguments = new ArrayList<Object>();
    if (!takes(')')) {
      do {
        arguments.add(value());
      } while (takes(','));
      expect(')');
    }
    return arguments;
  }

  /** The kernel of Given.of. */
  private double[][] rows() {
    for (char bracket : "[][]{".toCharArray()) {
      expect(bracket);
    }
    var rows = new ArrayList<double[]>();
    do {
      rows.add(row());
    } while (takes(','));
    expect('}');
    return rows.toArray(double[][]::new);
  }

  private double[] row() {
    expect('{');
    var row = new ArrayList<Number>();
    do {
      skipBlanks();
      int start = at;
      String text = take(NUMBER);
      Number number = text == null ? null : Arguments.number(double.class, text);
      if (number == null) {
        throw wrong(start, missing("a number"));
      }
      row.add(number);
    } while (takes(','));
    expect('}');
    return row.stream().mapToDouble(Number::doubleValue).toArray();
  }

  private String missing(String what) {
    if (QUOTE.matcher(line).region(at, line.length()).lookingAt()) {
      return "a text of plain characters, without backslashes, must end with a quote";
    }
    return OCTAL.matcher(line).region(at, line.length()).lookingAt()
        ? "a number that starts with 0 counts in eights in Java, leave the 0 out"
        : what + " must stand there";
  }

  private @Nullable String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(line).region(at, line.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }

  private boolean takes(char mark) {
    skipBlanks();
    boolean there = at < line.length() && line.charAt(at) == mark;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char mark) {
    if (!takes(mark)) {
      throw wrong(at, mark + " must stand there");
    }
  }

  private void skipBlanks() {
    while (at < line.length()
        && (Character.isWhitespace(line.charAt(at)) || Character.isSpaceChar(line.charAt(at)))) {
      at++;
    }
  }

  private IllegalArgumentException wrong(int place, String why) {
    String rest = line.substring(place, Math.min(line.length(), place + SHOWN));
    String shown =
        place == line.length() ? "where it ends" : "\"" + rest.replaceAll("[^ -~]", "?") + "\"";
    return Require.refusal(
        format(
            "line must be a %s as it prints itself, copy the whole line again. Not understood is"
                + " character %d of %d, %s: %s",
            what, place + 1, line.length(), shown, why));
  }
}
