package reluctant.data;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.Text;

/** Points written out, as a dataset whose name is the Java that makes it. */
final class Points {

  /** So many fit into a line, with the trial around them. */
  private static final int MOST_ROWS = 500;

  private static final int MOST_NUMBERS = 2000;

  private Points() {}

  static Dataset of(double[][] rows, int outputs) {
    check(rows, outputs);
    int features = rows[0].length - outputs;
    var inputs = new SimpleMatrix(rows.length, features);
    var targets = new SimpleMatrix(rows.length, outputs);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        Require.finite(format("the number in row %d, column %d", i, j), rows[i][j]);
        SimpleMatrix side = j < features ? inputs : targets;
        side.set(i, j < features ? j : j - features, rows[i][j]);
      }
    }
    return new Dataset(java(rows, outputs), inputs, targets);
  }

  private static void check(double[][] rows, int outputs) {
    Require.present("rows", rows);
    Require.atLeast("the number of rows", rows.length, 1);
    Require.atLeast("outputs", outputs, 1);
    Require.each("rows", Arrays.asList(rows));
    Require.atLeast("the length of row 0, inputs and targets", rows[0].length, outputs + 1);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows[0].length) {
        throw Require.refusal(
            format(
                "rows must have the same length. Received: %d numbers in row 0 and %d in row %d",
                rows[0].length, rows[i].length, i));
      }
    }
    long numbers = (long) rows.length * rows[0].length;
    if (rows.length > MOST_ROWS || numbers > MOST_NUMBERS) {
      throw Require.refusal(
          format(
              "points must be at most %d rows with %d numbers, keep more in a CSV file and use CsvFile.of(..)."
                  + " Received: %d rows with %d numbers",
              MOST_ROWS, MOST_NUMBERS, rows.length, numbers));
    }
  }

  private static String java(double[][] rows, int outputs) {
    String end = outputs == 1 ? "})" : "}, " + outputs + ")";
    return Arrays.stream(rows)
        .map(Points::row)
        .collect(Collectors.joining(", ", "points(new double[][] {", end));
  }

  private static String row(double[] row) {
    return Arrays.stream(row).mapToObj(Text::number).collect(Collectors.joining(", ", "{", "}"));
  }
}
