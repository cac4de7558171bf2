package reluctant.nn;

import org.ejml.data.DMatrixRMaj;

/** The working memory of a {@link Dense} layer. */
final class DensePass implements LayerPass {

  private final Dense layer;
  private final DenseArithmetic arithmetic;
  private final int kernelSize;
  private final double[] bias;
  private final DMatrixRMaj z;
  private final DMatrixRMaj h;
  private final DMatrixRMaj inputGradient;
  private DMatrixRMaj x = new DMatrixRMaj();

  DensePass(Dense layer, int inputs, int batchSize) {
    this.layer = layer;
    int units = layer.units();
    arithmetic = DenseArithmetic.of(inputs, units);
    kernelSize = inputs * units;
    bias = new double[units];
    z = new DMatrixRMaj(1, batchSize * units + arithmetic.room());
    h = new DMatrixRMaj(batchSize, units);
    inputGradient = new DMatrixRMaj(1, batchSize * inputs + arithmetic.room());
  }

  @Override
  public void load(double[] parameters, int offset) {
    arithmetic.load(parameters, offset);
    if (layer.useBias()) {
      System.arraycopy(parameters, offset + kernelSize, bias, 0, bias.length);
    }
  }

  @Override
  public DMatrixRMaj forward(DMatrixRMaj x) {
    this.x = x;
    z.reshape(x.numRows, bias.length);
    h.reshape(x.numRows, bias.length);
    arithmetic.forward(x.data, bias, z.data, x.numRows);
    arithmetic.activate(layer.activation(), z.data, h.data, x.numRows);
    return h;
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs) {
    arithmetic.multiplySlopes(layer.activation(), z.data, h.data, delta.data, x.numRows);
    arithmetic.kernelGradient(x.data, delta.data, gradient, offset, x.numRows);
    if (layer.useBias()) {
      arithmetic.biasGradient(delta.data, gradient, offset + kernelSize, x.numRows);
    }
    if (inputs) {
      inputGradient.reshape(x.numRows, x.numCols);
      arithmetic.inputGradient(delta.data, inputGradient.data, x.numRows);
    }
    return inputGradient;
  }

  @Override
  public DMatrixRMaj preActivations() {
    return z;
  }
}
