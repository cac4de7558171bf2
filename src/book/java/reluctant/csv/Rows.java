package reluctant.csv;

import static reluctant.Text.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.CsvFile;
import reluctant.data.CsvTable;
import reluctant.data.CsvTable.Column;

/** The lines of a file as rows of numbers. */
final class Rows {

  private static final int MOST_FIELDS = 1 << 14;
  private static final int LONGEST_FIELD = 1 << 16;
  private static final int MOST_NUMBERS = 1 << 22;

  private final CsvFile file;
  private final Content content;
  private final NumberText number;
  private final ClassNames classes;
  private final List<double[]> rows = new ArrayList<>();

  Rows(CsvFile file, Content content) {
    this.file = file;
    this.content = content;
    number = new NumberText(file);
    classes = new ClassNames(file);
  }

  /**
   * Reads all of it.
   *
   * @throws IllegalArgumentException if anything is not as it should be, in one sentence
   */
  CsvTable table(List<String> targets, boolean areClasses) {
    try (CsvReader<CsvRecord> records = records()) {
      Iterator<CsvRecord> lines = records.stream().filter(line -> !isEmpty(line)).iterator();
      checkPresent(lines, "an empty file");
      var header = new Header(file, lines.next().getFields());
      List<Column> chosen = header.chosen(targets);
      checkPresent(lines, "column names alone");
      while (lines.hasNext()) {
        CsvRecord line = lines.next();
        checkLength(line, header.size());
        rows.add(row(line, chosen, areClasses));
        checkCount((long) rows.size() * (chosen.size() + classes.count()));
      }
      return made(chosen, areClasses);
    } catch (CsvParseException e) {
      throw Require.refusal(
          format(
              "%s must be CSV with each quote closed, at most %d fields in a line and %d characters"
                  + " in a field, correct it. Received: %s",
              file.name(), MOST_FIELDS, LONGEST_FIELD, e.getMessage()),
          e);
    } catch (IOException | UncheckedIOException e) {
      throw content.undecoded(file, e);
    }
  }

  private CsvReader<CsvRecord> records() throws IOException {
    var handler =
        CsvRecordHandler.of(limits -> limits.maxFields(MOST_FIELDS).maxFieldSize(LONGEST_FIELD));
    return CsvReader.builder()
        .fieldSeparator(file.separator())
        .trimWhitespacesAroundQuotes(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(handler, content.text());
  }

  /** A line of blanks alone; FastCSV passes over those without any. */
  private static boolean isEmpty(CsvRecord line) {
    return line.getFieldCount() == 1 && line.getField(0).isBlank();
  }

  private void checkPresent(Iterator<CsvRecord> lines, String without) {
    if (!lines.hasNext()) {
      throw Require.refusal(
          file.name()
              + " must have a line of column names and samples below it, write them. Received: "
              + without);
    }
  }

  private void checkLength(CsvRecord line, int columns) {
    if (line.getFieldCount() != columns) {
      throw Require.refusal(
          format(
              "%s must have as many fields in line %d as columns, %d, write all separators and put"
                  + " a text with one in quotes. Received: %d in \"%s\"",
              file.name(),
              line.getStartingLineNumber(),
              columns,
              line.getFieldCount(),
              String.join(String.valueOf(file.separator()), line.getFields())));
    }
  }

  private void checkCount(long count) {
    if (count > MOST_NUMBERS) {
      throw Require.refusal(
          format(
              "inputs and targets must be at most %d numbers, choose fewer columns of %s or keep"
                  + " fewer rows. Received: more",
              MOST_NUMBERS, file.name()));
    }
  }

  private double[] row(CsvRecord line, List<Column> chosen, boolean areClasses) {
    var row = new double[chosen.size()];
    for (int j = 0; j < row.length; j++) {
      Column column = chosen.get(j);
      String text = line.getField(column.number() - 1).strip();
      boolean isClass = areClasses && j == row.length - 1;
      row[j] =
          isClass
              ? classes.place(text, line.getStartingLineNumber(), column)
              : number.value(text, line.getStartingLineNumber(), column);
    }
    return row;
  }

  private CsvTable made(List<Column> chosen, boolean areClasses) {
    var numbers = new SimpleMatrix(rows.toArray(double[][]::new));
    if (areClasses) {
      int[] sorted = classes.sorted();
      int last = chosen.size() - 1;
      for (int i = 0; i < rows.size(); i++) {
        numbers.set(i, last, sorted[(int) numbers.get(i, last)]);
      }
    }
    return new CsvTable(content.sha256(), chosen, numbers, classes.names());
  }
}
