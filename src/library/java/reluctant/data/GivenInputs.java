package reluctant.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.Text;

/** A single input, number by number. */
record GivenInputs(List<Double> numbers) implements Inputs {

  GivenInputs(double... numbers) {
    this(DoubleStream.of(Require.present("numbers", numbers)).boxed().toList());
  }

  GivenInputs {
    numbers = List.copyOf(numbers);
    Require.atLeast("the number of inputs", numbers.size(), 1);
    for (int i = 0; i < numbers.size(); i++) {
      Require.finite("input " + i, numbers.get(i));
    }
  }

  @Override
  public int features() {
    return 1;
  }

  @Override
  public long samples(int features) {
    return numbers.size();
  }

  @Override
  public SimpleMatrix draw(int features, UniformRandomProvider random) {
    var x = new SimpleMatrix(numbers.size(), 1);
    for (int i = 0; i < numbers.size(); i++) {
      x.set(i, numbers.get(i));
    }
    return x;
  }

  @Override
  public String toString() {
    return numbers.stream().map(Text::number).collect(Collectors.joining(", ", "at(", ")"));
  }
}
