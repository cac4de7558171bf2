package reluctant.optimizers;

import java.util.function.DoubleFunction;

/** Keras' optimizers by name, each with Keras' other defaults, to be compared. */
public enum KerasOptimizer {
  /** Gradient descent without momentum. */
  SGD(reluctant.optimizers.SGD::new),
  /** Gradient descent with a momentum of 0.9. */
  MOMENTUM(rate -> new SGD(rate, 0.9)),
  /** RMSprop. */
  RMSPROP(RMSprop::new),
  /** Adagrad. */
  ADAGRAD(Adagrad::new),
  /** Adadelta. */
  ADADELTA(Adadelta::new),
  /** Adam. */
  ADAM(Adam::new),
  /** Adam with a decoupled weight decay of 0.004. */
  ADAMW(rate -> new AdamW(rate, 0.004)),
  /** Adamax. */
  ADAMAX(Adamax::new),
  /** Nadam. */
  NADAM(Nadam::new),
  /** Follow the regularized leader. */
  FTRL(Ftrl::new),
  /** Lion. */
  LION(Lion::new);

  @SuppressWarnings("ImmutableEnumChecker") // Constructors, which hold nothing.
  private final DoubleFunction<Optimizer> make;

  KerasOptimizer(DoubleFunction<Optimizer> make) {
    this.make = make;
  }

  /**
   * Returns the optimizer with a learning rate.
   *
   * @param learningRate above 0
   * @return the optimizer
   */
  public Optimizer with(double learningRate) {
    return make.apply(learningRate);
  }
}
