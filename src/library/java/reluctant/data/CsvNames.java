package reluctant.data;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reluctant.Require;

/** What files and columns are called, so that a line can carry it. */
final class CsvNames {

  private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0]+");
  private static final Pattern PLAIN = Pattern.compile("[ !#-\\[\\]-~]+");
  private static final Pattern NUMBER = Pattern.compile("#[1-9]\\d{0,5}");

  /** Parts between slashes, none of which leads up or to another drive. */
  private static final Pattern BELOW = Pattern.compile("(?!\\.{1,2}(/|$))[^/:]+");

  private CsvNames() {}

  /** Returns a text with one blank where there are some, since a mail breaks its lines there. */
  static String withoutBlanks(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** Checks where a file is. */
  static String place(String name) {
    String place = withoutBlanks(Require.present("name", name));
    if (!PLAIN.matcher(place).matches()) {
      throw Require.refusal(
          "a CSV file's name must have plain letters, no quotes and no backslashes, rename it."
              + " Received: "
              + name);
    }
    if (!Arrays.stream(place.split("/", -1)).allMatch(part -> BELOW.matcher(part).matches())) {
      throw Require.refusal(
          "a CSV file must lie in the notebook's folder or below it and be named from there, as"
              + " data/iris.csv, copy it there. Received: "
              + name);
    }
    return place;
  }

  /** Checks what columns are called. */
  static List<String> columns(String what, String... columns) {
    Require.each(what, Arrays.asList(Require.present(what, columns)));
    Require.atLeast("the number of columns of " + what, columns.length, 1);
    List<String> chosen = Arrays.stream(columns).map(CsvNames::withoutBlanks).toList();
    if (chosen.contains("") || chosen.stream().distinct().count() < chosen.size()) {
      throw Require.refusal(
          format(
              "%s must name each column once, one without a name by its number, as \"#2\"."
                  + " Received: %s",
              what, quoted(chosen)));
    }
    return chosen;
  }

  /** Returns what a line calls a column: its name, or its number where no line could carry that. */
  static String inLine(String column, int number) {
    return PLAIN.matcher(column).matches() && column.charAt(0) != '#' ? column : "#" + number;
  }

  /** Refuses columns that no line could carry. */
  static void checkPlain(List<String> columns) {
    for (String column : columns) {
      boolean isNumber = column.startsWith("#");
      if (!(isNumber ? NUMBER : PLAIN).matcher(column).matches()) {
        throw Require.refusal(
            "a column that has other than plain letters must be named by its number, as \"#2\"."
                + " Received: "
                + column);
      }
    }
  }

  static String quoted(List<String> columns) {
    return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
  }
}
