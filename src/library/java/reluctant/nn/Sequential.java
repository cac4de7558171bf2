package reluctant.nn;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * The architecture of a network: layers in a row, each fed with the outputs of the one before.
 *
 * <p>It is a value and holds no numbers. {@link #initialize} draws them.
 *
 * @param inputs how many features a sample has, at least 1
 * @param layers the layers in order, at least one
 */
public record Sequential(int inputs, List<Layer> layers) {

  public Sequential {
    Require.atLeast("inputs", inputs, 1);
    Require.present("layers", layers);
    for (Layer layer : layers) {
      Require.present("a layer", layer);
    }
    layers = List.copyOf(layers);
    Require.atLeast("the number of layers", layers.size(), 1);
  }

  /**
   * Returns the network of these layers.
   *
   * @param inputs how many features a sample has, at least 1
   * @param layers the layers in order, at least one
   * @return the architecture
   */
  public static Sequential of(int inputs, Layer... layers) {
    return new Sequential(inputs, Arrays.asList(Require.present("layers", layers)));
  }

  /**
   * Returns a deep network: the same hidden layer again and again, and then the last one.
   *
   * @param inputs how many features a sample has, at least 1
   * @param depth how many hidden layers, at least 1
   * @param hidden each of them
   * @param last the layer of the outputs
   * @return the architecture, of depth + 1 layers
   */
  public static Sequential deep(int inputs, int depth, Layer hidden, Layer last) {
    Require.atLeast("depth", depth, 1);
    var layers =
        new ArrayList<Layer>(Collections.nCopies(depth, Require.present("hidden", hidden)));
    layers.add(last);
    return new Sequential(inputs, layers);
  }

  /**
   * Returns this architecture with another activation in all Dense layers but the last layer.
   *
   * @param activation f
   */
  public Sequential hiddenActivation(Activation activation) {
    return hidden(dense -> dense.activation(activation));
  }

  /**
   * Returns this architecture with another number of units in all Dense layers but the last layer.
   *
   * @param units how many units each of them has, at least 1
   */
  public Sequential hiddenUnits(int units) {
    return hidden(dense -> dense.units(units));
  }

  private Sequential hidden(UnaryOperator<Dense> change) {
    var changed = new ArrayList<Layer>(layers);
    changed.replaceAll(layer -> layer instanceof Dense dense ? change.apply(dense) : layer);
    changed.set(layers.size() - 1, layers.get(layers.size() - 1));
    return new Sequential(inputs, changed);
  }

  /**
   * Returns this architecture with other starts of its kernels.
   *
   * @param initializers one for each Dense layer, in order
   * @throws IllegalArgumentException if there are more or fewer than Dense layers
   */
  public Sequential kernelInitializers(Initializer... initializers) {
    long dense = layers.stream().filter(Dense.class::isInstance).count();
    if (Require.present("initializers", initializers).length != dense) {
      throw Require.refusal(
          format(
              "initializers must be one for each of the %d Dense layers. Received: %d",
              dense, initializers.length));
    }
    var changed = new ArrayList<Layer>();
    int next = 0;
    for (Layer layer : layers) {
      changed.add(
          layer instanceof Dense kernel ? kernel.kernelInitializer(initializers[next++]) : layer);
    }
    return new Sequential(inputs, changed);
  }

  /**
   * Returns this architecture with the numbers of a network to start from, written out as {@link
   * Given} in the place of its initializers. What else its layers have, as whether they are
   * trained, remains.
   *
   * @param network any of the same shapes, such as one that was trained. Not modified.
   * @throws IllegalArgumentException if its shapes are others or its numbers are not finite, or if
   *     a layer of your own has numbers
   */
  public Sequential startingAt(Network network) {
    Require.present("network", network);
    if (!shapes(network.model()).equals(shapes(this))) {
      throw Require.refusal(
          format(
              "the network must have the shapes of the model, %s. Received: %s",
              shapes(this), shapes(network.model())));
    }
    double[] parameters = network.parameters();
    var changed = new ArrayList<Layer>();
    int first = 0;
    for (int i = 0; i < layers.size(); i++) {
      var starts = new ArrayList<Given>();
      for (Variable variable : layers.get(i).variables(inputsOf(i))) {
        int next = first + variable.size();
        double[] numbers = Arrays.copyOfRange(parameters, first, next);
        starts.add(Given.of(DMatrixRMaj.wrap(variable.rows(), variable.columns(), numbers)));
        first = next;
      }
      changed.add(startingAt(layers.get(i), starts));
    }
    return new Sequential(inputs, changed);
  }

  private static List<String> shapes(Sequential model) {
    return model.variables().stream()
        .map(variable -> variable.rows() + " x " + variable.columns())
        .toList();
  }

  private static Layer startingAt(Layer layer, List<Given> starts) {
    if (layer instanceof Dense dense) {
      Dense kernel = dense.kernelInitializer(starts.get(0));
      return dense.useBias() ? kernel.biasInitializer(starts.get(1)) : kernel;
    }
    if (layer instanceof PReLU prelu) {
      return new PReLU(starts.get(0), prelu.trainable());
    }
    if (starts.isEmpty()) {
      return layer;
    }
    throw Require.refusal(
        "only layers of the library can start from a network, give yours an initializer."
            + " Received: "
            + layer);
  }

  /** Returns how many numbers the network gives for a sample, the outputs of the last layer. */
  public int outputs() {
    return inputsOf(layers.size());
  }

  /** Says whether it is a linear map, plus a bias, whatever its numbers: no layer bends. */
  public boolean isLinear() {
    return layers.stream()
        .allMatch(
            layer ->
                layer instanceof Dropout
                    || (layer instanceof Dense dense
                        && dense.activation().equals(Activation.LINEAR)));
  }

  /**
   * Returns how many features come into a layer.
   *
   * @param layer the layer's index, from 0; the number of layers stands for the end
   * @return its inputs
   */
  public int inputsOf(int layer) {
    Require.index("layer", layer, layers.size() + 1);
    int features = inputs;
    for (Layer earlier : layers.subList(0, layer)) {
      features = earlier.outputs(features);
    }
    return features;
  }

  /**
   * Returns what the network's numbers are, trained or not, in the order in which they lie in
   * {@link Network#parameters}: layer by layer, the kernel row by row and then the bias, as Keras'
   * get_weights() lists them.
   */
  public List<Variable> variables() {
    var variables = new ArrayList<Variable>();
    for (int i = 0; i < layers.size(); i++) {
      variables.addAll(layers.get(i).variables(inputsOf(i)));
    }
    return variables;
  }

  /**
   * Returns how many numbers the network has, trained or not.
   *
   * @return the sum of the variables' sizes
   * @throws IllegalArgumentException if they are more than an array holds
   */
  public int parameterCount() {
    long count = variables().stream().mapToLong(Variable::size).sum();
    if (count > Variable.LARGEST) {
      throw Require.refusal(
          format(
              "the model must have at most %d parameters, use fewer units. Received: %d",
              Variable.LARGEST, count));
    }
    return (int) count;
  }

  /**
   * Returns which of the numbers a training moves.
   *
   * @return their places in {@link Network#parameters}, ascending; all, unless some layer is not
   *     trainable
   */
  public int[] trainablePlaces() {
    var places = IntStream.builder();
    int first = 0;
    for (Variable variable : variables()) {
      if (variable.trainable()) {
        IntStream.range(first, first + variable.size()).forEach(places::add);
      }
      first += variable.size();
    }
    return places.build().toArray();
  }

  /**
   * Draws the initial numbers.
   *
   * @param seed the seed, of which {@link RandomStream#PARAMETERS} is used
   * @return the network before its training
   */
  public Network initialize(long seed) {
    var random = RandomStream.PARAMETERS.of(seed);
    var parameters = new double[parameterCount()];
    int offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      for (DMatrixRMaj numbers : layers.get(i).initialize(inputsOf(i), random)) {
        System.arraycopy(numbers.data, 0, parameters, offset, numbers.getNumElements());
        offset += numbers.getNumElements();
      }
    }
    return new Network(this, parameters);
  }

  /**
   * Returns a table of the layers in the form of Keras' summary(): name and type, shape of the
   * outputs, number of parameters; then how many there are in all, and how many of them are trained
   * where some are not.
   */
  public String summary() {
    return new Summary(this).toString();
  }

  /** Returns this architecture as the Java that makes it. */
  @Override
  public String toString() {
    return layers.stream()
        .map(Layer::toString)
        .collect(Collectors.joining(", ", "Sequential.of(" + inputs + ", ", ")"));
  }
}
