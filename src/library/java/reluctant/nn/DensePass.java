package reluctant.nn;

import org.ejml.data.DMatrixRMaj;

/**
 * The working memory of a {@link Dense} layer in plain loops, for narrow layers and JVMs without
 * vectors.
 */
final class DensePass implements LayerPass {

  private final Dense layer;
  private final double[] kernel;
  private final double[] bias;
  private final DMatrixRMaj z;
  private final DMatrixRMaj h;
  private final DMatrixRMaj inputGradient;
  private DMatrixRMaj x = new DMatrixRMaj();

  DensePass(Dense layer, int inputs, int batchSize) {
    this.layer = layer;
    int units = layer.units();
    kernel = new double[inputs * units];
    bias = new double[units];
    z = new DMatrixRMaj(batchSize, units);
    h = new DMatrixRMaj(batchSize, units);
    inputGradient = new DMatrixRMaj(batchSize, inputs);
  }

  @Override
  public void load(double[] parameters, int offset) {
    System.arraycopy(parameters, offset, kernel, 0, kernel.length);
    if (layer.useBias()) {
      System.arraycopy(parameters, offset + kernel.length, bias, 0, bias.length);
    }
  }

  @Override
  public DMatrixRMaj forward(DMatrixRMaj x) {
    this.x = x;
    z.reshape(x.numRows, bias.length);
    h.reshape(x.numRows, bias.length);
    DenseLoops.forward(x.data, kernel, bias, z.data, x.numRows);
    ActivationLoops.forward(layer.activation(), z.data, h.data, x.numRows, bias.length);
    return h;
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs) {
    ActivationLoops.backward(
        layer.activation(), z.data, h.data, delta.data, x.numRows, bias.length);
    DenseLoops.kernelGradient(x, delta, gradient, offset);
    if (layer.useBias()) {
      DenseLoops.biasGradient(delta, gradient, offset + kernel.length);
    }
    if (inputs) {
      inputGradient.reshape(x.numRows, x.numCols);
      DenseLoops.inputGradient(delta, kernel, inputGradient);
    }
    return inputGradient;
  }

  @Override
  public DMatrixRMaj preActivations() {
    return z;
  }
}
