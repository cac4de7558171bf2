package reluctant.data;

import static reluctant.Text.format;

import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * Samples from a {@link CsvFile}, the same for each seed, in the order of its lines. The file is
 * read once: by the call that made this or, where a line did, when samples are first drawn.
 */
public final class CsvProblem implements Problem {

  /** What the targets are, by the method that makes them so. */
  enum Kind {
    TARGETS,
    CLASSES,
    BINARY
  }

  private final CsvFile file;
  private final Kind kind;
  private final List<String> targets;
  private final int outputs;
  private final CsvProvider reader;

  private @Nullable CsvTable table;
  private @Nullable Dataset samples;

  private CsvProblem(
      CsvFile file, Kind kind, List<String> targets, int outputs, CsvProvider reader) {
    this.file = file;
    this.kind = kind;
    this.targets = targets;
    this.outputs = outputs;
    this.reader = reader;
    if (file.inputColumns().isEmpty() || outputs == 0) {
      throw Require.refusal(
          format(
              "a CSV file by its SHA-256 needs .inputs(..), and the number of its classes, or begin"
                  + " with CsvFile.of(\"%s\"). Received: %s",
              file.name(), this));
    }
    CsvNames.checkPlain(file.inputColumns());
    CsvNames.checkPlain(targets);
  }

  /** Looks into a file that nobody has looked into. Outputs are 0 for as many as its classes. */
  static CsvProblem of(CsvFile file, Kind kind, List<String> targets, int outputs) {
    return of(file, kind, targets, outputs, InstalledCsv::read);
  }

  static CsvProblem of(
      CsvFile file, Kind kind, List<String> targets, int outputs, CsvProvider reader) {
    if (file.rows() > 0) {
      return new CsvProblem(file, kind, targets, outputs, reader);
    }
    CsvTable table = reader.read(file, targets, kind != Kind.TARGETS);
    List<String> columns = table.columns().stream().map(CsvTable.Column::inLine).toList();
    int features = columns.size() - targets.size();
    String[] inputs = columns.subList(0, features).toArray(String[]::new);
    var problem =
        new CsvProblem(
            file.known(table.rows(), table.sha256()).inputs(inputs),
            kind,
            columns.subList(features, columns.size()),
            outputs == 0 ? Math.max(1, table.classes().size()) : outputs,
            reader);
    problem.take(table);
    return problem;
  }

  private void take(CsvTable read) {
    List<String> classes = read.classes();
    if (kind == Kind.BINARY ? classes.size() != 2 : kind == Kind.CLASSES && classes.size() < 2) {
      throw Require.refusal(
          format(
              "%s must name %s, choose another column%s. Received: %d in %s, %s",
              file.name(),
              kind == Kind.BINARY ? "two classes" : "two classes or more",
              kind == Kind.BINARY ? " or use .classes(" + CsvNames.quoted(targets) + ")" : "",
              classes.size(),
              CsvNames.quoted(targets),
              String.join(", ", classes)));
    }
    int found = kind == Kind.CLASSES ? classes.size() : outputs;
    if (read.rows() != file.rows() || found != outputs) {
      throw Require.refusal(
          format(
              "%s must have what its line says, make that anew by CsvFile.of(\"%s\")."
                  + " Received: %d samples and %d outputs for %s",
              file.name(), file.name(), read.rows(), found, this));
    }
    table = read;
  }

  private synchronized CsvTable table() {
    if (table == null) {
      take(reader.read(file, targets, kind != Kind.TARGETS));
    }
    return Objects.requireNonNull(table);
  }

  /**
   * Returns what the file calls the inputs.
   *
   * @throws IllegalArgumentException if the file is not there, or another one
   */
  public List<String> inputNames() {
    return names(0, features());
  }

  /**
   * Returns what the file calls the columns of the targets.
   *
   * @throws IllegalArgumentException if the file is not there, or another one
   */
  public List<String> targetNames() {
    return names(features(), features() + targets.size());
  }

  private List<String> names(int from, int to) {
    return table().columns().subList(from, to).stream().map(CsvTable.Column::name).toList();
  }

  /**
   * Returns the names of the classes, in the order of Unicode: one for each output or, of a binary
   * one, for 0 and 1. There are none where targets are numbers.
   *
   * @throws IllegalArgumentException if the file is not there, or another one
   */
  public List<String> classNames() {
    return table().classes();
  }

  @Override
  public int samples() {
    return file.rows();
  }

  @Override
  public int features() {
    return file.inputColumns().size();
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  /**
   * Returns the samples, read from the file if they are not yet.
   *
   * @throws IllegalArgumentException if the file is not there, or another one
   */
  @Override
  public synchronized Dataset draw(UniformRandomProvider random) {
    Require.present("random", random);
    if (samples == null) {
      CsvTable read = table();
      int features = features();
      SimpleMatrix y =
          kind == Kind.CLASSES ? read.oneHot(features) : read.numbers(features, features + outputs);
      samples = new Dataset(this + ", drawn", read.numbers(0, features), y);
    }
    return samples;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CsvProblem problem
        && file.equals(problem.file)
        && kind == problem.kind
        && targets.equals(problem.targets)
        && outputs == problem.outputs;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, kind, targets, outputs);
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    String columns = CsvNames.quoted(targets);
    return file
        + switch (kind) {
          case TARGETS -> ".targets(" + columns + ")";
          case CLASSES -> ".classes(" + columns + ", " + outputs + ")";
          case BINARY -> ".binary(" + columns + ")";
        };
  }
}
