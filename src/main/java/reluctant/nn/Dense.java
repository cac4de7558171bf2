package reluctant.nn;

import java.util.List;
import reluctant.Require;

/**
 * A fully connected layer: H = f(X K + b), with X (samples x inputs), the kernel K (inputs x units)
 * and the bias b (1 x units) added to each row.
 *
 * <p>Written order: each element of X K is summed over the inputs in ascending order, then the bias
 * is added; gradients are summed over the samples in ascending order.
 *
 * @param units how many units, at least 1
 * @param activation f
 * @param useBias whether there is a bias
 * @param kernelInitializer how the kernel starts
 * @param biasInitializer how the bias starts, if there is one
 */
public record Dense(
    int units,
    Activation activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer)
    implements Layer {

  public Dense {
    Require.atLeast("units", units, 1);
    Require.present("activation", activation);
    Require.present("kernelInitializer", kernelInitializer);
    Require.present("biasInitializer", biasInitializer);
  }

  /**
   * A layer as Keras makes it: Glorot uniform kernel, zero bias.
   *
   * @param units how many units, at least 1
   * @param activation f
   */
  public Dense(int units, Activation activation) {
    this(units, activation, true, Initializer.GLOROT_UNIFORM, Initializer.ZEROS);
  }

  /**
   * A linear layer as Keras makes it: Glorot uniform kernel, zero bias, no activation.
   *
   * @param units how many units, at least 1
   */
  public Dense(int units) {
    this(units, Activation.LINEAR);
  }

  /**
   * Returns this layer with or without a bias.
   *
   * @param useBias whether there is a bias
   * @return the changed copy
   */
  public Dense useBias(boolean useBias) {
    return new Dense(units, activation, useBias, kernelInitializer, biasInitializer);
  }

  /**
   * Returns this layer with another start of its kernel.
   *
   * @param kernelInitializer how the kernel starts
   * @return the changed copy
   */
  public Dense kernelInitializer(Initializer kernelInitializer) {
    return new Dense(units, activation, useBias, kernelInitializer, biasInitializer);
  }

  /**
   * Returns this layer with another start of its bias.
   *
   * @param biasInitializer how the bias starts
   * @return the changed copy
   */
  public Dense biasInitializer(Initializer biasInitializer) {
    return new Dense(units, activation, useBias, kernelInitializer, biasInitializer);
  }

  @Override
  public int outputs(int inputs) {
    return units;
  }

  @Override
  public List<Variable> variables(int inputs) {
    var kernel = new Variable("kernel", inputs, units, kernelInitializer);
    return useBias
        ? List.of(kernel, new Variable("bias", 1, units, biasInitializer))
        : List.of(kernel);
  }

  @Override
  public LayerPass pass(int inputs, int batchSize) {
    return new DensePass(this, inputs, batchSize);
  }

  /** Returns this layer as the Java that makes it. */
  @Override
  public String toString() {
    var java = new StringBuilder("new Dense(").append(units);
    if (!activation.equals(Activation.LINEAR)) {
      java.append(", ").append(activation);
    }
    java.append(')');
    if (!useBias) {
      java.append(".useBias(false)");
    }
    if (!kernelInitializer.equals(Initializer.GLOROT_UNIFORM)) {
      java.append(".kernelInitializer(").append(kernelInitializer).append(')');
    }
    if (!biasInitializer.equals(Initializer.ZEROS)) {
      java.append(".biasInitializer(").append(biasInitializer).append(')');
    }
    return java.toString();
  }
}
