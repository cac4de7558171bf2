package reluctant.nn;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/** The working memory of a {@link Dense} layer. */
final class DensePass implements LayerPass {

  private final Dense layer;
  private final DMatrixRMaj kernel;
  private final double[] bias;
  private final DMatrixRMaj z;
  private final DMatrixRMaj h;
  private final DMatrixRMaj kernelGradient;
  private final DMatrixRMaj inputGradient;
  private @Nullable DMatrixRMaj x;

  DensePass(Dense layer, int inputs, int batchSize) {
    this.layer = layer;
    int units = layer.units();
    kernel = new DMatrixRMaj(inputs, units);
    bias = new double[layer.useBias() ? units : 0];
    z = new DMatrixRMaj(batchSize, units);
    h = new DMatrixRMaj(batchSize, units);
    kernelGradient = new DMatrixRMaj(inputs, units);
    inputGradient = new DMatrixRMaj(batchSize, inputs);
  }

  @Override
  public void load(double[] parameters, int offset) {
    int weights = kernel.getNumElements();
    System.arraycopy(parameters, offset, kernel.data, 0, weights);
    System.arraycopy(parameters, offset + weights, bias, 0, bias.length);
  }

  @Override
  public DMatrixRMaj forward(DMatrixRMaj x) {
    this.x = x;
    CommonOps_DDRM.mult(x, kernel, z);
    if (layer.useBias()) {
      addBias();
    }
    h.reshape(z.numRows, z.numCols);
    ActivationLoops.forward(layer.activation(), z.data, h.data, z.getNumElements());
    return h;
  }

  private void addBias() {
    for (int sample = 0, i = 0; sample < z.numRows; sample++) {
      for (int unit = 0; unit < bias.length; unit++, i++) {
        z.data[i] += bias[unit];
      }
    }
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs) {
    if (x == null) {
      throw new IllegalStateException("call forward before backward");
    }
    ActivationLoops.backward(
        layer.activation(), z.data, h.data, delta.data, delta.getNumElements());
    CommonOps_DDRM.multTransA(x, delta, kernelGradient);
    int weights = kernelGradient.getNumElements();
    System.arraycopy(kernelGradient.data, 0, gradient, offset, weights);
    if (layer.useBias()) {
      sumOverSamples(delta, gradient, offset + weights);
    }
    if (inputs) {
      CommonOps_DDRM.multTransB(delta, kernel, inputGradient);
    }
    return inputGradient;
  }

  private static void sumOverSamples(DMatrixRMaj delta, double[] sums, int offset) {
    int units = delta.numCols;
    for (int unit = 0; unit < units; unit++) {
      double sum = 0;
      for (int i = unit; i < delta.getNumElements(); i += units) {
        sum += delta.data[i];
      }
      sums[offset + unit] = sum;
    }
  }

  @Override
  public DMatrixRMaj preActivations() {
    return z;
  }
}
