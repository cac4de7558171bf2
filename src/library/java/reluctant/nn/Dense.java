package reluctant.nn;

import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.vectors.Matrices;

/**
 * A fully connected layer: H = f(X K + b), with X (samples x inputs), the kernel K (inputs x units)
 * and the bias b (1 x units) added to each row. A value. What most layers do without is added by
 * name: {@code new Dense(2, RELU).useBias(false)}.
 *
 * <p>Written order: each element of X K is summed over the inputs in ascending order, then the bias
 * is added; gradients are summed over the samples in ascending order.
 */
public final class Dense implements Layer {

  /** What a layer says. A new part stands here, and has a getter, a wither and its printed word. */
  private static final class Parts {
    int units;
    Activation activation;
    boolean useBias = true;
    Initializer kernelInitializer = Initializer.GLOROT_UNIFORM;
    Initializer biasInitializer = Initializer.ZEROS;
    Regularizer kernelRegularizer = Regularizer.NONE;
    Constraint kernelConstraint = Constraint.NONE;
    boolean kernelTrainable = true;
    boolean biasTrainable = true;

    Parts(int units, Activation activation) {
      this.units = units;
      this.activation = activation;
    }

    Parts copy() {
      var copy = new Parts(units, activation);
      copy.useBias = useBias;
      copy.kernelInitializer = kernelInitializer;
      copy.biasInitializer = biasInitializer;
      copy.kernelRegularizer = kernelRegularizer;
      copy.kernelConstraint = kernelConstraint;
      copy.kernelTrainable = kernelTrainable;
      copy.biasTrainable = biasTrainable;
      return copy;
    }

    void check() {
      Require.atLeast("units", units, 1);
      Require.present("activation", activation);
      Require.present("kernelInitializer", kernelInitializer);
      Require.present("biasInitializer", biasInitializer);
      Require.present("kernelRegularizer", kernelRegularizer);
      Require.present("kernelConstraint", kernelConstraint);
    }

    /** What equal layers have in common. */
    List<Object> all() {
      return List.of(
          units,
          activation,
          useBias,
          kernelInitializer,
          biasInitializer,
          kernelRegularizer,
          kernelConstraint,
          kernelTrainable,
          biasTrainable);
    }
  }

  /** Never changed from here on. */
  private final Parts parts;

  /**
   * A layer as Keras makes it: Glorot uniform kernel, zero bias.
   *
   * @param units how many units, at least 1
   * @param activation f
   */
  public Dense(int units, Activation activation) {
    this(new Parts(units, activation));
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
        new Dense(units, activation)
            .useBias(useBias)
            .kernelInitializer(kernelInitializer)
            .biasInitializer(biasInitializer)
            .parts);
  }

  private Dense(Parts parts) {
    parts.check();
    this.parts = parts;
  }

  private Dense with(Consumer<Parts> change) {
    Parts changed = parts.copy();
    change.accept(changed);
    return new Dense(changed);
  }

  /** Returns how many units it has. */
  public int units() {
    return parts.units;
  }

  /**
   * Returns this layer with another number of units.
   *
   * @param units how many units, at least 1
   */
  public Dense units(int units) {
    return with(parts -> parts.units = units);
  }

  /** Returns f. */
  public Activation activation() {
    return parts.activation;
  }

  /**
   * Returns this layer with another activation.
   *
   * @param activation f
   */
  public Dense activation(Activation activation) {
    return with(parts -> parts.activation = activation);
  }

  /** Says whether there is a bias. */
  public boolean useBias() {
    return parts.useBias;
  }

  /**
   * Returns this layer with or without a bias.
   *
   * @param useBias whether there is a bias
   */
  public Dense useBias(boolean useBias) {
    return with(parts -> parts.useBias = useBias);
  }

  /** Returns how the kernel starts. */
  public Initializer kernelInitializer() {
    return parts.kernelInitializer;
  }

  /**
   * Returns this layer with another start of its kernel.
   *
   * @param kernelInitializer how the kernel starts
   */
  public Dense kernelInitializer(Initializer kernelInitializer) {
    return with(parts -> parts.kernelInitializer = kernelInitializer);
  }

  /** Returns how the bias starts, if there is one. */
  public Initializer biasInitializer() {
    return parts.biasInitializer;
  }

  /**
   * Returns this layer with another start of its bias.
   *
   * @param biasInitializer how the bias starts
   */
  public Dense biasInitializer(Initializer biasInitializer) {
    return with(parts -> parts.biasInitializer = biasInitializer);
  }

  /** Returns what is added to the loss for the kernel, as long as that is trained. */
  public Regularizer kernelRegularizer() {
    return parts.kernelRegularizer;
  }

  /**
   * Returns this layer with a penalty on its kernel.
   *
   * @param kernelRegularizer what is added to the loss for the kernel
   */
  public Dense kernelRegularizer(Regularizer kernelRegularizer) {
    return with(parts -> parts.kernelRegularizer = kernelRegularizer);
  }

  /** Returns what the kernel must obey, as long as it is trained. */
  public Constraint kernelConstraint() {
    return parts.kernelConstraint;
  }

  /**
   * Returns this layer with a constraint on its kernel.
   *
   * @param kernelConstraint what the kernel must obey
   */
  public Dense kernelConstraint(Constraint kernelConstraint) {
    return with(parts -> parts.kernelConstraint = kernelConstraint);
  }

  /**
   * Returns this layer with kernel and bias trained or not. As in Keras, what is not trained stays
   * as it starts, and has neither penalty nor constraint.
   *
   * @param trainable whether a training moves them
   */
  public Dense trainable(boolean trainable) {
    return kernelTrainable(trainable).biasTrainable(trainable);
  }

  /** Says whether a training moves the kernel. */
  public boolean kernelTrainable() {
    return parts.kernelTrainable;
  }

  /**
   * Returns this layer with its kernel trained or not, whatever becomes of its bias.
   *
   * @param kernelTrainable whether a training moves the kernel
   */
  public Dense kernelTrainable(boolean kernelTrainable) {
    return with(parts -> parts.kernelTrainable = kernelTrainable);
  }

  /** Says whether a training moves the bias, if there is one. */
  public boolean biasTrainable() {
    return parts.biasTrainable;
  }

  /**
   * Returns this layer with its bias trained or not, whatever becomes of its kernel.
   *
   * @param biasTrainable whether a training moves the bias
   */
  public Dense biasTrainable(boolean biasTrainable) {
    return with(parts -> parts.biasTrainable = biasTrainable);
  }

  @Override
  public int outputs(int inputs) {
    return units();
  }

  @Override
  public List<Variable> variables(int inputs) {
    var kernel =
        new Variable(
            "kernel",
            inputs,
            units(),
            false,
            kernelInitializer(),
            kernelRegularizer(),
            kernelConstraint(),
            kernelTrainable());
    if (!useBias()) {
      return List.of(kernel);
    }
    var bias = Variable.vector("bias", units(), biasInitializer());
    return List.of(kernel, bias.trainable(biasTrainable()));
  }

  @Override
  public List<DMatrixRMaj> initialize(int inputs, UniformRandomProvider random) {
    if (useBias() && kernelInitializer() instanceof RandomizedAsymmetric both) {
      var kernel = new DMatrixRMaj(inputs, units());
      var bias = new DMatrixRMaj(1, units());
      both.fill(kernel, bias, random);
      return List.of(kernel, bias);
    }
    return Layer.super.initialize(inputs, random);
  }

  @Override
  public LayerPass pass(int inputs, int batchSize) {
    Matrices vectors = Matrices.IN_VECTORS;
    return vectors != null && DenseVectors.fit(vectors, inputs, units())
        ? new WideDensePass(this, vectors, inputs, batchSize)
        : new DensePass(this, inputs, batchSize);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dense dense && parts.all().equals(dense.parts.all());
  }

  @Override
  public int hashCode() {
    return parts.all().hashCode();
  }

  /** Returns this layer as the Java that makes it. */
  @Override
  public String toString() {
    var java = new StringBuilder("new Dense(").append(units());
    if (!activation().equals(Activation.LINEAR)) {
      java.append(", ").append(activation());
    }
    java.append(')');
    append(java, "useBias", useBias(), true);
    append(java, "kernelInitializer", kernelInitializer(), Initializer.GLOROT_UNIFORM);
    append(java, "biasInitializer", biasInitializer(), Initializer.ZEROS);
    append(java, "kernelRegularizer", kernelRegularizer(), Regularizer.NONE);
    append(java, "kernelConstraint", kernelConstraint(), Constraint.NONE);
    if (!kernelTrainable() && !biasTrainable()) {
      return java.append(".trainable(false)").toString();
    }
    append(java, "kernelTrainable", kernelTrainable(), true);
    append(java, "biasTrainable", biasTrainable(), true);
    return java.toString();
  }

  private static void append(StringBuilder java, String name, Object value, Object usual) {
    if (!value.equals(usual)) {
      java.append('.').append(name).append('(').append(value).append(')');
    }
  }
}
