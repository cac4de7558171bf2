package reluctant.nn;

import org.ejml.data.DMatrixRMaj;
import reluctant.vectors.Matrices;

/** The working memory of a {@link Dense} layer in vectors, with the bits of {@link DensePass}. */
final class WideDensePass implements LayerPass {

  private final Dense layer;
  private final DenseVectors vectors;
  private final double[] bias;
  private final DMatrixRMaj z;
  private final DMatrixRMaj h;
  private final DMatrixRMaj inputGradient;
  private DMatrixRMaj x = new DMatrixRMaj();

  WideDensePass(Dense layer, Matrices matrices, int inputs, int batchSize) {
    this.layer = layer;
    int units = layer.units();
    vectors = new DenseVectors(matrices, inputs, units);
    bias = new double[units];
    // The last vector of a matrix may reach beyond it.
    z = new DMatrixRMaj(1, batchSize * units + matrices.width());
    h = new DMatrixRMaj(batchSize, units);
    inputGradient = new DMatrixRMaj(1, batchSize * inputs + matrices.width());
  }

  @Override
  public void load(double[] parameters, int offset) {
    int size = vectors.load(parameters, offset);
    if (layer.useBias()) {
      System.arraycopy(parameters, offset + size, bias, 0, bias.length);
    }
  }

  @Override
  public DMatrixRMaj forward(DMatrixRMaj x) {
    this.x = x;
    z.reshape(x.numRows, bias.length);
    h.reshape(x.numRows, bias.length);
    vectors.forward(x.data, bias, z.data, x.numRows);
    vectors.activate(layer.activation(), z, h);
    return h;
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs) {
    vectors.multiplySlopes(layer.activation(), z, h, delta);
    int size = vectors.kernelGradient(x, delta, gradient, offset);
    if (layer.useBias()) {
      vectors.biasGradient(delta, gradient, offset + size);
    }
    inputGradient.reshape(x.numRows, x.numCols);
    if (inputs) {
      vectors.inputGradient(delta, inputGradient);
    }
    return inputGradient;
  }

  @Override
  public DMatrixRMaj preActivations() {
    return z;
  }
}
