package reluctant.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.data.Problems;

/** The golden runs as trials that have a line: their samples are points written out. */
public final class GoldenLines {

  private GoldenLines() {}

  /** Returns those that a line can name, which have not too many numbers and no part of a test. */
  public static List<Trial> all() {
    return GoldenVectorsTest.runs().map(GoldenLines::trial).filter(GoldenLines::hasLine).toList();
  }

  private static Trial trial(JsonNode run) {
    GoldenCase golden = GoldenCase.of(run);
    return new Trial(golden.model(), points(golden.data()), golden.fit(), 0);
  }

  private static Dataset points(Dataset data) {
    SimpleMatrix rows = data.inputs().concatColumns(data.targets());
    boolean isShort = rows.getNumRows() <= 500 && rows.getNumElements() <= 2000;
    return isShort ? Problems.points(rows.toArray2(), data.outputs()) : data;
  }

  private static boolean hasLine(Trial trial) {
    return TrialLine.of(trial).isPresent();
  }
}
