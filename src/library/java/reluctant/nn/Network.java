package reluctant.nn;

import static reluctant.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.json.JsonFile;
import reluctant.json.LineReader;

/**
 * An architecture with its numbers: what comes out of an initialization or a training.
 *
 * <p>It is immutable. Matrices and arrays that it returns are copies.
 */
public final class Network {

  private static final String FORMAT = "network";

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
      throw Require.refusal(
          format(
              "parameters must hold %d numbers for %s. Received: %d",
              model.parameterCount(), model, parameters.length));
    }
  }

  /** Returns the architecture. */
  public Sequential model() {
    return model;
  }

  /** Returns all numbers as one vector, in the order of {@link Sequential#variables}. */
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

  /**
   * Returns the slopes that a {@link PReLU} layer has learnt.
   *
   * @param layer the layer's index, from 0
   * @return alpha (1 x units)
   */
  public SimpleMatrix alpha(int layer) {
    return variable(layer, "alpha");
  }

  private SimpleMatrix variable(int layer, String name) {
    Require.index("layer", layer, model.layers().size());
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
    throw Require.refusal(
        format(
            "layer must be one with a %s. Received: %d, which is %s",
            name, layer, model.layers().get(layer)));
  }

  /**
   * Computes the outputs for many samples.
   *
   * @param x the samples (samples x inputs)
   * @return the outputs (samples x outputs)
   */
  public SimpleMatrix predict(SimpleMatrix x) {
    return outputs(model.layers().size() - 1, x);
  }

  /**
   * Computes what a layer gives for many samples.
   *
   * @param layer the layer's index, from 0
   * @param x the samples (samples x inputs of the network)
   * @return the layer's outputs (samples x outputs of the layer)
   */
  public SimpleMatrix outputs(int layer, SimpleMatrix x) {
    Require.present("x", x);
    Sequential part = part(layer);
    return SimpleMatrix.wrap(new DMatrixRMaj(forward(part, x, work(part, x))));
  }

  /**
   * Computes what a layer has before its activation, for many samples.
   *
   * @param layer the layer's index, from 0
   * @param x the samples (samples x inputs of the network)
   * @return the layer's pre-activations (samples x outputs of the layer)
   */
  public SimpleMatrix preActivations(int layer, SimpleMatrix x) {
    Require.present("x", x);
    Sequential part = part(layer);
    Backpropagation work = work(part, x);
    forward(part, x, work);
    return SimpleMatrix.wrap(new DMatrixRMaj(work.preActivations(layer)));
  }

  /** Returns the first layers, up to and with the given one. */
  private Sequential part(int layer) {
    Require.index("layer", layer, model.layers().size());
    return new Sequential(model.inputs(), model.layers().subList(0, layer + 1));
  }

  private DMatrixRMaj forward(Sequential part, SimpleMatrix x, Backpropagation work) {
    return work.forward(Arrays.copyOf(parameters, part.parameterCount()), x.getDDRM());
  }

  /** Makes the memory for some layers. */
  private Backpropagation work(Sequential part, SimpleMatrix x) {
    if (x.getNumCols() != model.inputs()) {
      throw Require.refusal(
          format(
              "x must have a column for each of the %d inputs. Received: (%d x %d)",
              model.inputs(), x.getNumRows(), x.getNumCols()));
    }
    Require.atLeast("the number of samples", x.getNumRows(), 1);
    return new Backpropagation(part, x.getNumRows());
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

  /**
   * Writes this network to a file: the line of its model and its numbers, as JSON that a person can
   * read. What the file held before is replaced as a whole or, on an error, kept.
   *
   * @param file where to
   * @throws IllegalArgumentException if the model has parts that are not the library's own, or
   *     something else than a plain file is there
   * @throws java.io.UncheckedIOException if the file can't be written
   */
  public void save(Path file) {
    Require.present("file", file);
    String line = ModelWords.line(model);
    JsonFile.save(
        FORMAT,
        file,
        lines -> {
          lines.java(line);
          lines.numbers("parameters", parameters);
        });
  }

  /**
   * Reads a network that was saved.
   *
   * @param file where from
   * @return the same network, to the bit
   * @throws IllegalArgumentException if the file is missing, damaged, something else, or of another
   *     arithmetic
   */
  public static Network load(Path file) {
    return JsonFile.load(FORMAT, file, Network::read);
  }

  private static Network read(LineReader lines) throws IOException {
    Sequential model = ModelWords.parse(lines.text("line"));
    return new Network(model, lines.numbers("parameters", model.parameterCount()));
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
