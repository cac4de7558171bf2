package reluctant.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reluctant.Text;

/** Words of Python. */
final class Python {

  private Python() {}

  /** Returns a call, f(a, b); arguments that are blank are left out. */
  static String call(String name, String... arguments) {
    return Arrays.stream(arguments)
        .filter(argument -> !argument.isEmpty())
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  /** Returns an argument with its name, 1.0 and not 1, which Keras takes for a whole number. */
  static String named(String name, double value) {
    return name + "=" + value;
  }

  /** Returns an argument with its name, blank where the value is the usual one. */
  static String named(String name, double value, double usual) {
    return value == usual ? "" : named(name, value);
  }

  /** Returns an argument with its name, blank where it is the usual one. */
  static String named(String name, boolean value, boolean usual) {
    return value == usual ? "" : name + "=" + (value ? "True" : "False");
  }

  /** Returns an argument that is a text, with its name. */
  static String named(String name, String text) {
    return name + "=" + quoted(text);
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }

  /** Returns numbers as an array of one dimension. */
  static String array(double[] numbers) {
    return "np.array(" + list(numbers, 0, numbers.length) + ", \"float64\")";
  }

  /** Returns numbers as an array of two dimensions, a line for each row. */
  static String array(double[] numbers, int columns) {
    List<String> rows =
        IntStream.range(0, numbers.length / columns)
            .mapToObj(row -> "    " + list(numbers, row * columns, (row + 1) * columns) + ",\n")
            .toList();
    return "np.array([\n" + String.join("", rows) + "], \"float64\")";
  }

  private static String list(double[] numbers, int from, int to) {
    return Arrays.stream(numbers, from, to)
        .mapToObj(Text::number)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
