package reluctant.nn;

import org.ejml.data.DMatrixRMaj;

/**
 * One layer at work on one batch after another, forward and then backward. It allocates nothing
 * once it is made. The matrices that it returns are its own and change with the next batch.
 */
public interface LayerPass {

  /**
   * Takes over the layer's numbers.
   *
   * @param parameters all numbers of the network. Not modified.
   * @param offset where this layer's begin
   */
  void load(double[] parameters, int offset);

  /**
   * Computes the layer's outputs.
   *
   * @param x the batch (samples x inputs). Not modified, and kept for {@link #backward}.
   * @return the outputs (samples x outputs)
   */
  DMatrixRMaj forward(DMatrixRMaj x);

  /**
   * Computes the gradient for the batch that went forward last, summed over its samples.
   *
   * @param delta dL/dh (samples x outputs). Modified: becomes dL/dz.
   * @param gradient receives dL/dparameters. Modified, from {@code offset} on.
   * @param offset where this layer's numbers begin
   * @param inputs whether dL/dx is wanted
   * @return dL/dx (samples x inputs) in a matrix of its own, meaningless if it was not wanted
   */
  DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs);

  /**
   * Returns what the layer computed before its activation, for the batch that went forward last
   * (samples x outputs).
   */
  DMatrixRMaj preActivations();
}
