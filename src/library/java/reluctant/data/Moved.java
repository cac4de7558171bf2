package reluctant.data;

import static reluctant.Text.format;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.Text;

/** A problem with inputs or targets multiplied, or added to, in each column by its number. */
record Moved(Problem source, Side side, Way way, List<Double> numbers) implements Derived {

  /** What is done with a column's number. */
  enum Way {
    SCALED("scaled") {
      @Override
      double changed(double value, double number) {
        return value * number;
      }

      @Override
      Columns changed(Columns columns, double[] numbers) {
        return columns.times(numbers);
      }
    },
    SHIFTED("shifted") {
      @Override
      double changed(double value, double number) {
        return value + number;
      }

      @Override
      Columns changed(Columns columns, double[] numbers) {
        return columns.plus(numbers);
      }
    };

    private final String word;

    Way(String word) {
      this.word = word;
    }

    abstract double changed(double value, double number);

    abstract Columns changed(Columns columns, double[] numbers);
  }

  Moved {
    numbers = List.copyOf(numbers);
    int columns = side.columns(source);
    String name = way.word + side;
    if (numbers.size() != 1 && numbers.size() != columns) {
      throw Require.refusal(
          format(
              "%s takes one number for all columns, or one for each of the %d. Received: %d",
              name, columns, numbers.size()));
    }
    for (double number : numbers) {
      Require.finite("a number of " + name, number);
      if (number == 0 && way == Way.SCALED) {
        throw Require.refusal(
            format("%s must not be by 0, which leaves nothing. Received: 0", name));
      }
    }
  }

  static Moved of(Problem source, Side side, Way way, double... numbers) {
    Require.present("numbers", numbers);
    return new Moved(source, side, way, DoubleStream.of(numbers).boxed().toList());
  }

  @Override
  public Problem of(Problem other) {
    return new Moved(other, side, way, numbers);
  }

  private double number(int column) {
    return numbers.get(numbers.size() == 1 ? 0 : column);
  }

  @Override
  public Dataset changed(Dataset data, UniformRandomProvider random) {
    SimpleMatrix moved = side.of(data);
    var each = new double[moved.getNumCols()];
    for (int j = 0; j < each.length; j++) {
      each[j] = number(j);
      for (int i = 0; i < moved.getNumRows(); i++) {
        moved.set(i, j, way.changed(moved.get(i, j), each[j]));
      }
    }
    return side.changed(data, moved, way.changed(side.of(data.scaling()), each));
  }

  @Override
  public String toString() {
    return numbers.stream()
        .map(Text::number)
        .collect(Collectors.joining(", ", source + "." + way.word + side + "(", ")"));
  }
}
