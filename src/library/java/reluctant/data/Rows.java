package reluctant.data;

import static reluctant.Text.format;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/** Some samples of a problem, or all others, in their order. */
record Rows(Problem source, boolean areKept, List<Integer> rows) implements Derived {

  Rows {
    rows = List.copyOf(rows);
    Require.atLeast("the number of rows", rows.size(), 1);
    var seen = new BitSet();
    for (int row : rows) {
      Require.index("row", row, source.samples());
      if (seen.get(row)) {
        throw Require.refusal(format("rows must differ, name each once. Received: %d again", row));
      }
      seen.set(row);
    }
    if (!areKept && rows.size() == source.samples()) {
      throw Require.refusal(
          format("rows must leave at least one sample. Received: all %d of them", rows.size()));
    }
  }

  static Rows of(Problem source, boolean areKept, int... rows) {
    Require.present("rows", rows);
    return new Rows(source, areKept, IntStream.of(rows).boxed().toList());
  }

  @Override
  public Problem of(Problem other) {
    return new Rows(other, areKept, rows);
  }

  @Override
  public int samples() {
    return areKept ? rows.size() : source.samples() - rows.size();
  }

  @Override
  public Dataset changed(Dataset data, UniformRandomProvider random) {
    var named = new BitSet();
    rows.forEach(named::set);
    int[] left = IntStream.range(0, data.samples()).filter(i -> named.get(i) == areKept).toArray();
    return data.changed(some(data.inputs(), left), some(data.targets(), left), data.scaling());
  }

  private static SimpleMatrix some(SimpleMatrix numbers, int[] rows) {
    var some = new SimpleMatrix(rows.length, numbers.getNumCols());
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < some.getNumCols(); j++) {
        some.set(i, j, numbers.get(rows[i], j));
      }
    }
    return some;
  }

  @Override
  public String toString() {
    return rows.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", source + (areKept ? ".only(" : ".without("), ")"));
  }
}
