package reluctant.nn;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.vectors.Matrices;

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
 * @param kernelRegularizer what is added to the loss for the kernel
 * @param kernelConstraint what the kernel must obey
 */
public record Dense(
    int units,
    Activation activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    Regularizer kernelRegularizer,
    Constraint kernelConstraint)
    implements Layer {

  public Dense {
    Require.atLeast("units", units, 1);
    Require.present("activation", activation);
    Require.present("kernelInitializer", kernelInitializer);
    Require.present("biasInitializer", biasInitializer);
    Require.present("kernelRegularizer", kernelRegularizer);
    Require.present("kernelConstraint", kernelConstraint);
  }

  /**
   * A layer without regularizer and constraint.
   *
   * @param units how many units, at least 1
   * @param activation f
   * @param useBias whether there is a bias
   * @param kernelInitializer how the kernel starts
   * @param biasInitializer how the bias starts, if there is one
   */
  public Dense(
      int units,
      Activation activation,
      boolean useBias,
      Initializer kernelInitializer,
      Initializer biasInitializer) {
    this(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        Regularizer.NONE,
        Constraint.NONE);
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
   * Returns this layer with another number of units.
   *
   * @param units how many units, at least 1
   */
  public Dense units(int units) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        kernelConstraint);
  }

  /**
   * Returns this layer with another activation.
   *
   * @param activation f
   */
  public Dense activation(Activation activation) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        kernelConstraint);
  }

  /**
   * Returns this layer with or without a bias.
   *
   * @param useBias whether there is a bias
   */
  public Dense useBias(boolean useBias) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        kernelConstraint);
  }

  /**
   * Returns this layer with another start of its kernel.
   *
   * @param kernelInitializer how the kernel starts
   */
  public Dense kernelInitializer(Initializer kernelInitializer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        kernelConstraint);
  }

  /**
   * Returns this layer with another start of its bias.
   *
   * @param biasInitializer how the bias starts
   */
  public Dense biasInitializer(Initializer biasInitializer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        kernelConstraint);
  }

  /**
   * Returns this layer with a penalty on its kernel.
   *
   * @param kernelRegularizer what is added to the loss for the kernel
   */
  public Dense kernelRegularizer(Regularizer kernelRegularizer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        kernelConstraint);
  }

  /**
   * Returns this layer with a constraint on its kernel.
   *
   * @param kernelConstraint what the kernel must obey
   */
  public Dense kernelConstraint(Constraint kernelConstraint) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        kernelConstraint);
  }

  @Override
  public int outputs(int inputs) {
    return units;
  }

  @Override
  public List<Variable> variables(int inputs) {
    var kernel =
        new Variable(
            "kernel", inputs, units, false, kernelInitializer, kernelRegularizer, kernelConstraint);
    return useBias
        ? List.of(kernel, Variable.vector("bias", units, biasInitializer))
        : List.of(kernel);
  }

  @Override
  public List<DMatrixRMaj> initialize(int inputs, UniformRandomProvider random) {
    if (useBias && kernelInitializer instanceof RandomizedAsymmetric both) {
      var kernel = new DMatrixRMaj(inputs, units);
      var bias = new DMatrixRMaj(1, units);
      both.fill(kernel, bias, random);
      return List.of(kernel, bias);
    }
    return Layer.super.initialize(inputs, random);
  }

  @Override
  public LayerPass pass(int inputs, int batchSize) {
    Matrices vectors = Matrices.IN_VECTORS;
    return vectors != null && DenseVectors.fit(vectors, inputs, units)
        ? new WideDensePass(this, vectors, inputs, batchSize)
        : new DensePass(this, inputs, batchSize);
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
    append(java, "kernelInitializer", kernelInitializer, Initializer.GLOROT_UNIFORM);
    append(java, "biasInitializer", biasInitializer, Initializer.ZEROS);
    append(java, "kernelRegularizer", kernelRegularizer, Regularizer.NONE);
    append(java, "kernelConstraint", kernelConstraint, Constraint.NONE);
    return java.toString();
  }

  private static void append(StringBuilder java, String name, Object value, Object usual) {
    if (!value.equals(usual)) {
      java.append('.').append(name).append('(').append(value).append(')');
    }
  }
}
