package reluctant.figures;

import java.util.List;
import reluctant.data.CsvProblem;
import reluctant.data.Derived;
import reluctant.data.Problem;

/**
 * What the columns and classes of some data are called, where a file tells.
 *
 * @param inputs the names of the inputs
 * @param classes the names of the classes; none if nothing tells them
 */
record PlaneNames(List<String> inputs, List<String> classes) {

  static PlaneNames of(Problem data) {
    Problem root = data instanceof Derived derived ? derived.root() : data;
    return root instanceof CsvProblem file
        ? new PlaneNames(file.inputNames(), file.classNames())
        : new PlaneNames(List.of(), List.of());
  }

  /** The name of an input, or x1 for the first of those without. */
  String input(int number) {
    return number < inputs.size() ? inputs.get(number) : "x" + (number + 1);
  }

  /** The name of a class, or another one. */
  String classOr(int label, String other) {
    return label < classes.size() ? classes.get(label) : other;
  }
}
