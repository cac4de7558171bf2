package reluctant.data;

import org.ejml.simple.SimpleMatrix;

/** What of a dataset is changed. */
enum Side {
  INPUTS("Inputs", "inputs"),
  TARGETS("Targets", "targets");

  private final String word;
  private final String plural;

  Side(String word, String plural) {
    this.word = word;
    this.plural = plural;
  }

  String plural() {
    return plural;
  }

  int columns(Problem problem) {
    return this == INPUTS ? problem.features() : problem.outputs();
  }

  SimpleMatrix of(Dataset data) {
    return this == INPUTS ? data.inputs() : data.targets();
  }

  Columns of(Scaling scaling) {
    return this == INPUTS ? scaling.inputs() : scaling.targets();
  }

  /** Returns a dataset with other numbers on this side, and how they came from the data's. */
  Dataset changed(Dataset data, SimpleMatrix numbers, Columns columns) {
    Scaling before = data.scaling();
    return this == INPUTS
        ? data.changed(numbers, data.targets(), new Scaling(columns, before.targets()))
        : data.changed(data.inputs(), numbers, new Scaling(before.inputs(), columns));
  }

  /** Returns the end of a method's name. */
  @Override
  public String toString() {
    return word;
  }
}
