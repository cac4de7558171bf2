package reluctant.kernel;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** A matrix as a grid. */
final class MatrixGrid {
  private MatrixGrid() {}

  static Grid of(DMatrixRMaj matrix) {
    Excerpt rows = new Excerpt(matrix.numRows, Excerpt.ROWS);
    Excerpt columns = new Excerpt(matrix.numCols, Excerpt.COLUMNS);
    List<List<String>> cells =
        Arrays.stream(rows.positions()).mapToObj(row -> row(matrix, row, columns)).toList();
    String note = Excerpt.note(rows, columns, "Matrix");
    String size = "Matrix of " + matrix.numRows + " x " + matrix.numCols + ".";
    return new Grid(List.of(), cells, note.isEmpty() ? size : note);
  }

  private static List<String> row(DMatrixRMaj matrix, int row, Excerpt columns) {
    return Arrays.stream(columns.positions())
        .mapToObj(c -> row < 0 || c < 0 ? "…" : ShortNumber.of(matrix.get(row, c)))
        .toList();
  }
}
