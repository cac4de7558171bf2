package reluctant.nn;

import reluctant.vectors.Matrices;

/**
 * What a {@link Dense} layer computes before its activation, and the gradients of that. Matrices
 * lie row by row: X (samples x inputs), the kernel K (inputs x units), and Z and D = dL/dZ (samples
 * x units). All ways give the same bits.
 */
interface DenseArithmetic {

  /** Returns that of a layer: in vectors where it is wide and the JVM has them. */
  static DenseArithmetic of(int inputs, int units) {
    Matrices vectors = Matrices.IN_VECTORS;
    return vectors != null && DenseVectors.fit(vectors, inputs, units)
        ? new DenseVectors(vectors, inputs, units)
        : new DenseLoops(inputs, units);
  }

  /** Returns how many units the layer has. */
  int units();

  /** Returns how many numbers Z and dL/dX must have room for behind their own. */
  int room();

  /** Takes over the kernel, which begins at that place of all parameters. */
  void load(double[] parameters, int offset);

  /** Computes Z = X K + b. */
  void forward(double[] x, double[] bias, double[] z, int samples);

  /** Computes H = f(Z). */
  default void activate(Activation f, double[] z, double[] h, int samples) {
    ActivationLoops.forward(f, z, h, samples * units());
  }

  /** Multiplies D = dL/dH by the slopes: it becomes dL/dZ. */
  default void multiplySlopes(Activation f, double[] z, double[] h, double[] delta, int samples) {
    ActivationLoops.backward(f, z, h, delta, samples * units());
  }

  /** Computes dL/dK = X^T D, from that place of the gradient on. */
  void kernelGradient(double[] x, double[] delta, double[] gradient, int offset, int samples);

  /** Computes dL/db, the sum of D over the samples, from that place of the gradient on. */
  void biasGradient(double[] delta, double[] gradient, int offset, int samples);

  /** Computes dL/dX = D K^T. */
  void inputGradient(double[] delta, double[] gradient, int samples);
}
