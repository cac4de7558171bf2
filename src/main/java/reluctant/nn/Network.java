package reluctant.nn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * An architecture with its numbers: what comes out of an initialization or a training.
 *
 * <p>It is immutable. Matrices and arrays that it returns are copies.
 */
public final class Network {

  private final Sequential model;
  private final double[] parameters;

  /**
   * A network with given numbers.
   *
   * @param model the architecture
   * @param parameters its numbers in the order of {@link Sequential#variables}. Copied.
   * @throws IllegalArgumentException if there are more or fewer numbers than the model has
   */
  public Network(Sequential model, double[] parameters) {
    this.model = Require.present("model", model);
    this.parameters = Require.present("parameters", parameters).clone();
    if (parameters.length != model.parameterCount()) {
      throw new IllegalArgumentException(
          "parameters must hold %d numbers for %s. Received: %d"
              .formatted(model.parameterCount(), model, parameters.length));
    }
  }

  /**
   * Returns the architecture.
   *
   * @return the model
   */
  public Sequential model() {
    return model;
  }

  /**
   * Returns all numbers as one vector.
   *
   * @return the parameters in the order of {@link Sequential#variables}
   */
  public double[] parameters() {
    return parameters.clone();
  }

  /**
   * Returns a layer's kernel.
   *
   * @param layer the layer's index, from 0
   * @return the kernel (inputs x units)
   */
  public SimpleMatrix kernel(int layer) {
    return variable(layer, "kernel");
  }

  /**
   * Returns a layer's bias.
   *
   * @param layer the layer's index, from 0
   * @return the bias (1 x units)
   */
  public SimpleMatrix bias(int layer) {
    return variable(layer, "bias");
  }

  private SimpleMatrix variable(int layer, String name) {
    int count = model.layers().size();
    if (layer < 0 || layer >= count) {
      throw new IllegalArgumentException(
          "layer must be from 0 to %d. Received: %d".formatted(count - 1, layer));
    }
    int offset = 0;
    for (int i = 0; i <= layer; i++) {
      for (Variable variable : model.layers().get(i).variables(model.inputsOf(i))) {
        if (i == layer && variable.name().equals(name)) {
          double[] numbers = Arrays.copyOfRange(parameters, offset, offset + variable.size());
          return new SimpleMatrix(variable.rows(), variable.columns(), true, numbers);
        }
        offset += variable.size();
      }
    }
    throw new IllegalArgumentException(
        "layer must be one with a %s. Received: %d, which is %s"
            .formatted(name, layer, model.layers().get(layer)));
  }

  /**
   * Computes the outputs for many samples.
   *
   * @param x the samples (samples x inputs)
   * @return the outputs (samples x outputs)
   */
  public SimpleMatrix predict(SimpleMatrix x) {
    Require.present("x", x);
    if (x.getNumCols() != model.inputs()) {
      throw new IllegalArgumentException(
          "x must have a column for each of the %d inputs. Received: (%d x %d)"
              .formatted(model.inputs(), x.getNumRows(), x.getNumCols()));
    }
    Require.atLeast("the number of samples", x.getNumRows(), 1);
    var outputs = new Backpropagation(model, x.getNumRows()).forward(parameters, x.getDDRM());
    return SimpleMatrix.wrap(new DMatrixRMaj(outputs));
  }

  /**
   * Computes the outputs for one sample.
   *
   * @param sample a number for each input
   * @return a number for each output
   */
  public double[] predict(double... sample) {
    var x = new SimpleMatrix(1, Require.present("sample", sample).length, true, sample);
    return predict(x).getDDRM().data;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network network
        && model.equals(network.model)
        && Arrays.equals(parameters, network.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * model.hashCode() + Arrays.hashCode(parameters);
  }

  /** Returns the architecture and how many numbers it has. */
  @Override
  public String toString() {
    return model + " with " + parameters.length + " parameters";
  }
}
