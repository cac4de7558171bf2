package reluctant.depth;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Network;
import reluctant.nn.Sequential;

/** A ReLU network at one sample: a linear network of the units that are active. */
public final class ActiveUnits {
  private ActiveUnits() {}

  /**
   * Takes out the activations and, by zeros for all that comes into them and goes out of them, the
   * units that are silent. What is left gives the same outputs for the sample, and the same
   * gradient.
   *
   * @param network a network of Dense layers with biases, ReLUs but for the last one
   * @param sample a number for each input
   * @return a network of the same shape without activations
   */
  public static Network alone(Network network, double... sample) {
    List<Layer> layers = Require.present("network", network).model().layers();
    Require.present("sample", sample);
    var x = new SimpleMatrix(1, sample.length, true, sample);
    var numbers = DoubleStream.builder();
    SimpleMatrix before = SimpleMatrix.ones(1, sample.length);
    for (int layer = 0; layer < layers.size(); layer++) {
      boolean isLast = layer == layers.size() - 1;
      SimpleMatrix outputs = network.outputs(layer, x);
      SimpleMatrix units = isLast ? SimpleMatrix.ones(1, outputs.getNumCols()) : active(outputs);
      add(numbers, network.kernel(layer).elementMult(product(before, units)));
      add(numbers, network.bias(layer).elementMult(units));
      before = units;
    }
    return new Network(linear(network.model()), numbers.build().toArray());
  }

  /** 1 where an output is above 0, else 0. */
  private static SimpleMatrix active(SimpleMatrix outputs) {
    return outputs.elementOp((row, unit, value) -> value > 0 ? 1 : 0);
  }

  private static void add(DoubleStream.Builder numbers, SimpleMatrix matrix) {
    Arrays.stream(matrix.getDDRM().data).forEach(numbers::add);
  }

  private static Sequential linear(Sequential model) {
    return new Sequential(
        model.inputs(),
        model.layers().stream()
            .map(layer -> (Layer) ((Dense) layer).activation(Activation.LINEAR))
            .toList());
  }

  /** The product of a column and a row, entry by entry. */
  private static SimpleMatrix product(SimpleMatrix column, SimpleMatrix row) {
    var product = new SimpleMatrix(column.getNumElements(), row.getNumElements());
    for (int i = 0; i < product.getNumRows(); i++) {
      for (int j = 0; j < product.getNumCols(); j++) {
        product.set(i, j, column.get(i) * row.get(j));
      }
    }
    return product;
  }
}
