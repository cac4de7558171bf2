package reluctant.data;

import static reluctant.Text.format;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import reluctant.Require;

/**
 * A CSV file whose columns are data.
 *
 * <pre>{@code
 * Problem numbers = CsvFile.of("my-data.csv").inputs("age", "height").targets("weight");
 * Problem classes = CsvFile.of("iris.csv").separator(";").decimalComma().classes("species");
 * }</pre>
 *
 * <p>The first line names the columns, each further one is a sample; empty lines are passed over. A
 * column is chosen by its name, or by its number as {@code "#3"}. Where no inputs are chosen, all
 * columns but the targets are. Numbers are written as 3, -0.5 or 6e23.
 *
 * <p>{@code targets}, {@code classes} and {@code binary} read the file, once, and check all that
 * was chosen. The problem that they give prints itself with the number of rows and the SHA-256 of
 * what was read: {@code csv("iris.csv", 150, "9f86..").inputs(..).classes("species", 3)}. Such a
 * line names the same numbers everywhere: the file is looked for in the folder that Java runs in,
 * in a notebook that of the notebooks, or below, when samples are drawn, and another content is
 * refused.
 *
 * <p>A file has at most 32 MiB, and what is chosen of it at most 4,194,304 numbers and 1,000
 * classes. It is read where the book's jar and files are, so not in a page. Immutable.
 */
public final class CsvFile {

  private static final String COMMA = ",";
  private static final String UTF_8 = "UTF-8";
  private static final List<String> SEPARATORS = List.of(COMMA, ";", "|", ":", "tab");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+-]*");

  private final String name;
  private final int rows;
  private final String sha256;
  private final String separator;
  private final boolean hasDecimalComma;
  private final String encoding;
  private final List<String> inputs;

  private CsvFile(
      String name,
      int rows,
      String sha256,
      String separator,
      boolean hasDecimalComma,
      String encoding,
      List<String> inputs) {
    this.name = name;
    this.rows = rows;
    this.sha256 = sha256;
    this.separator = separator;
    this.hasDecimalComma = hasDecimalComma;
    this.encoding = encoding;
    this.inputs = inputs;
  }

  /**
   * A file that is there.
   *
   * @param name its name, or its path below the folder with {@code /}, in plain letters
   */
  public static CsvFile of(String name) {
    return new CsvFile(CsvNames.place(name), 0, "", COMMA, false, UTF_8, List.of());
  }

  /** A file whose content is known, and which is not looked at before samples are drawn. */
  static CsvFile known(String name, int rows, String sha256) {
    return of(name).known(Require.atLeast("rows", rows, 1), sha256);
  }

  /** Returns this with what was found in it. */
  CsvFile known(int rows, String sha256) {
    if (!DIGEST.matcher(Require.present("sha256", sha256)).matches()) {
      throw Require.refusal(
          "sha256 must be 64 digits from 0 to f, copy the whole line again. Received: " + sha256);
    }
    return new CsvFile(name, rows, sha256, separator, hasDecimalComma, encoding, inputs);
  }

  /**
   * Returns this with another separator between its fields.
   *
   * @param separator {@code ","}, {@code ";"}, {@code "|"}, {@code ":"} or {@code "tab"}
   */
  public CsvFile separator(String separator) {
    if (!SEPARATORS.contains(Require.present("separator", separator))) {
      throw Require.refusal(
          format(
              "separator must be one of %s. Received: \"%s\"",
              String.join(" ", SEPARATORS), separator));
    }
    return new CsvFile(name, rows, sha256, separator, hasDecimalComma, encoding, inputs);
  }

  /** Returns this with numbers as 0,5 in place of 0.5. */
  public CsvFile decimalComma() {
    return new CsvFile(name, rows, sha256, separator, true, encoding, inputs);
  }

  /**
   * Returns this in another encoding than UTF-8.
   *
   * @param encoding its name in Java, such as {@code "windows-1252"}
   */
  public CsvFile encoding(String encoding) {
    if (!CHARSET.matcher(Require.present("encoding", encoding)).matches()) {
      throw Require.refusal(
          "encoding must be the name of one, such as windows-1252. Received: \"" + encoding + '"');
    }
    String known = encoding.equalsIgnoreCase(UTF_8) ? UTF_8 : encoding;
    return new CsvFile(name, rows, sha256, separator, hasDecimalComma, known, inputs);
  }

  /**
   * Returns this with chosen inputs.
   *
   * @param columns their names, or their numbers as {@code "#1"}, each once
   */
  public CsvFile inputs(String... columns) {
    List<String> chosen = CsvNames.columns("inputs", columns);
    return new CsvFile(name, rows, sha256, separator, hasDecimalComma, encoding, chosen);
  }

  /**
   * Returns the problem whose targets are numbers.
   *
   * @param columns their names, or their numbers as {@code "#5"}, each once
   * @throws IllegalArgumentException if the file has them not, in one sentence
   */
  public CsvProblem targets(String... columns) {
    List<String> chosen = CsvNames.columns("targets", columns);
    return CsvProblem.of(this, CsvProblem.Kind.TARGETS, chosen, chosen.size());
  }

  /**
   * Returns the problem whose targets say which class a sample is of: an output for each class, in
   * the order of their names by Unicode, which is 1 for the sample's own and 0 for all others.
   *
   * @param column the name or number of the column that names the classes
   * @throws IllegalArgumentException if the file has none, in one sentence
   */
  public CsvProblem classes(String column) {
    return CsvProblem.of(this, CsvProblem.Kind.CLASSES, CsvNames.columns("classes", column), 0);
  }

  /**
   * Returns the problem whose targets say which class a sample is of, as a line has it.
   *
   * @param column the name or number of the column that names the classes
   * @param count how many classes it names, at least 2
   */
  public CsvProblem classes(String column, int count) {
    Require.atLeast("count", count, 2);
    return CsvProblem.of(this, CsvProblem.Kind.CLASSES, CsvNames.columns("classes", column), count);
  }

  /**
   * Returns the problem with one output, 0 or 1 for the first and the second of two classes in the
   * order of their names.
   *
   * @param column the name or number of the column that names the classes
   * @throws IllegalArgumentException if the file has none, or of other than two classes
   */
  public CsvProblem binary(String column) {
    return CsvProblem.of(this, CsvProblem.Kind.BINARY, CsvNames.columns("binary", column), 1);
  }

  /** Returns its path below the folder, with {@code /}. */
  public String name() {
    return name;
  }

  /** Returns how many samples it has, 0 while nobody has looked. */
  public int rows() {
    return rows;
  }

  /** Returns the SHA-256 of its content in 64 digits, empty while nobody has looked. */
  public String sha256() {
    return sha256;
  }

  /** Returns what stands between its fields. */
  public char separator() {
    return separator.equals("tab") ? '\t' : separator.charAt(0);
  }

  /** Says whether a number is written as 0,5. */
  public boolean hasDecimalComma() {
    return hasDecimalComma;
  }

  /** Returns the name of its encoding. */
  public String encoding() {
    return encoding;
  }

  /** Returns the chosen inputs, by name or as {@code "#1"}; none for all but the targets. */
  public List<String> inputColumns() {
    return inputs;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CsvFile file
        && name.equals(file.name)
        && rows == file.rows
        && sha256.equals(file.sha256)
        && separator.equals(file.separator)
        && hasDecimalComma == file.hasDecimalComma
        && encoding.equals(file.encoding)
        && inputs.equals(file.inputs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, rows, sha256, separator, hasDecimalComma, encoding, inputs);
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    String java =
        rows == 0
            ? format("CsvFile.of(\"%s\")", name)
            : format("csv(\"%s\", %d, \"%s\")", name, rows, sha256);
    return java
        + (separator.equals(COMMA) ? "" : ".separator(\"" + separator + "\")")
        + (hasDecimalComma ? ".decimalComma()" : "")
        + (encoding.equals(UTF_8) ? "" : ".encoding(\"" + encoding + "\")")
        + (inputs.isEmpty() ? "" : ".inputs(" + CsvNames.quoted(inputs) + ")");
  }
}
