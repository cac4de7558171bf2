package reluctant.train;

import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.data.Derived;
import reluctant.data.Problem;
import reluctant.json.JsonFile;
import reluctant.json.LineFields;
import reluctant.json.LineReader;
import reluctant.json.LineWriter;

/**
 * A trial in a file: its line, and the numbers of datasets that no line can name. Those of a
 * formula stand in the line alone, and come back by it.
 */
public final class TrialLines implements JsonFile.Content {

  /** What datasets are called in the line of a file. */
  private static final String DATA = "data";

  private static final String VALIDATION = "validation";

  private final Trial trial;
  private final String line;
  private final Map<String, Dataset> own = new LinkedHashMap<>();

  /**
   * A trial to be written.
   *
   * @param trial any trial of the library's own parts, with any data
   * @throws IllegalArgumentException if it has other parts, or data of its own whose name is that
   *     of a formula
   */
  public TrialLines(Trial trial) {
    this.trial = Require.present("trial", trial);
    Trial named = trial;
    Problem root = trial.data() instanceof Derived derived ? derived.root() : trial.data();
    if (root instanceof Dataset data && isOwn(data)) {
      Dataset called = called(DATA, data);
      named =
          named.data(trial.data() instanceof Derived derived ? derived.withRoot(called) : called);
    }
    Dataset validation = trial.fit().validationData();
    if (validation != null && isOwn(validation)) {
      named = named.fit(named.fit().validationData(called(VALIDATION, validation)));
    }
    LineWriter.checkCount(own.values().stream().mapToLong(TrialLines::numbers).sum());
    line = named.toString();
    if (!isNamedByItsLine()) {
      throw Require.refusal("only what the library has itself can be saved. Received: " + trial);
    }
  }

  private static long numbers(Dataset data) {
    return (long) data.samples() * (data.features() + data.outputs());
  }

  private Dataset called(String name, Dataset data) {
    own.put(name, data);
    return new Dataset(name, data.inputs(), data.targets());
  }

  private boolean isNamedByItsLine() {
    try {
      return TrialLine.parse(line, own).equals(trial);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Says whether a dataset's numbers must be kept, as its name makes none. */
  private static boolean isOwn(Dataset data) {
    Problem named = named(data.name());
    if (named != null && !named.equals(data)) {
      throw Require.refusal(
          format(
              "data with the name of a formula must have its numbers, name yours otherwise."
                  + " Received: %s",
              data.name()));
    }
    return named == null;
  }

  private static @Nullable Problem named(String name) {
    try {
      return Words.ALL.parse(Problem.class, "problem", "a formula", name, Map.of());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void writeNames(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("datasets");
    for (String name : own.keySet()) {
      json.writeString(name);
    }
    json.writeEndArray();
  }

  @Override
  public void write(LineWriter lines) throws IOException {
    Require.present("lines", lines).java(line);
    lines.line(this::writeNames);
    for (Map.Entry<String, Dataset> one : own.entrySet()) {
      Dataset data = one.getValue();
      lines.text(one.getKey(), data.name());
      lines.line(
          json -> {
            json.writeNumberField("samples", data.samples());
            json.writeNumberField("features", data.features());
            json.writeNumberField("outputs", data.outputs());
          });
      lines.numbers("inputs", data.inputs().getDDRM().data);
      lines.numbers("targets", data.targets().getDDRM().data);
    }
  }

  /**
   * Reads the same trial, to the bit.
   *
   * @throws IllegalArgumentException if other lines stand there
   */
  public static Trial read(LineReader lines) throws IOException {
    String line = Require.present("lines", lines).text("line");
    var own = new LinkedHashMap<String, Dataset>();
    for (String name : lines.line("datasets", names -> names.strings("datasets"))) {
      lines.expect(own.put(name, dataset(name, lines)) == null);
    }
    return TrialLine.parse(line, own);
  }

  private static Dataset dataset(String word, LineReader lines) throws IOException {
    String name = lines.text(word);
    int[] shape =
        lines.line(
            "shape",
            line ->
                new int[] {size("samples", line), size("features", line), size("outputs", line)});
    var data =
        new Dataset(
            name,
            matrix("inputs", shape[0], shape[1], lines),
            matrix("targets", shape[0], shape[2], lines));
    lines.expect(isOwn(data));
    return data;
  }

  private static int size(String name, LineFields line) throws IOException {
    return (int) line.integer(name, 1, LineWriter.MOST_NUMBERS);
  }

  private static SimpleMatrix matrix(String name, int rows, int columns, LineReader lines)
      throws IOException {
    double[] numbers = lines.numbers(name, (long) rows * columns);
    return SimpleMatrix.wrap(DMatrixRMaj.wrap(rows, columns, numbers));
  }
}
