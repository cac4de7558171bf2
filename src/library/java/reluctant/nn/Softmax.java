package reluctant.nn;

import reluctant.Require;

/** The activation that takes a layer's units together, by {@link SoftmaxLoops}. */
enum Softmax implements Activation {
  SOFTMAX;

  @Override
  public double value(double z) {
    throw alone();
  }

  @Override
  public double slope(double z, double h) {
    throw alone();
  }

  /** Where units are looked at one by one, it has nothing to say. */
  static IllegalArgumentException alone() {
    return Require.refusal(
        "activation must be one of each unit by itself here, such as SIGMOID. Received: SOFTMAX");
  }
}
