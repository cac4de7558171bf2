package reluctant.bench;

import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Network;

/**
 * A step on EJML's products, as somebody writes it who cares for speed: the products that were
 * found to be the fastest, on one thread, in matrices that are made once, and no branch on the sign
 * of an output.
 */
final class EjmlTrainer {

  /** From here on a product with a transposed copy is faster than one that reads columns. */
  private static final int LARGE = 200;

  static {
    EjmlConcurrency.USE_CONCURRENT = false;
  }

  private final Layer[] layers;
  private final double learningRate;
  private int step;

  /** Takes over a network of ReLUs with a linear last layer. */
  EjmlTrainer(Network start, double learningRate, int batchSize) {
    layers = new Layer[start.model().layers().size()];
    for (int i = 0; i < layers.length; i++) {
      var kernel = new DMatrixRMaj(start.kernel(i).getDDRM());
      var bias = new DMatrixRMaj(start.bias(i).getDDRM());
      layers[i] = new Layer(kernel, bias, batchSize, i < layers.length - 1);
    }
    this.learningRate = learningRate;
  }

  /** Trains on one batch and returns the mean squared error before the step. */
  double step(DMatrixRMaj x, DMatrixRMaj y) {
    DMatrixRMaj h = x;
    for (Layer layer : layers) {
      h = layer.forward(h);
    }
    Layer last = layers[layers.length - 1];
    double sum = 0;
    int elements = y.getNumElements();
    for (int i = 0; i < elements; i++) {
      double error = h.data[i] - y.data[i];
      sum += error * error;
      last.delta.data[i] = 2 * error / elements;
    }
    for (int i = layers.length - 1; i >= 0; i--) {
      layers[i].backward(i > 0 ? layers[i - 1] : null);
    }
    step++;
    double rate = learningRate * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
    for (Layer layer : layers) {
      layer.kernel.adam(rate);
      layer.bias.adam(rate);
    }
    return sum / elements;
  }

  double[][] kernels() {
    var kernels = new double[layers.length][];
    for (int i = 0; i < layers.length; i++) {
      kernels[i] = layers[i].kernel.value.data;
    }
    return kernels;
  }

  private static final class Layer {
    private final Variable kernel;
    private final Variable bias;
    private final DMatrixRMaj transposed;
    private final DMatrixRMaj h;
    private final DMatrixRMaj delta;
    private final boolean relu;
    private DMatrixRMaj x = new DMatrixRMaj();

    Layer(DMatrixRMaj kernel, DMatrixRMaj bias, int batchSize, boolean relu) {
      this.kernel = new Variable(kernel);
      this.bias = new Variable(bias);
      this.relu = relu;
      transposed = new DMatrixRMaj(kernel.numCols, kernel.numRows);
      h = new DMatrixRMaj(batchSize, kernel.numCols);
      delta = h.copy();
    }

    DMatrixRMaj forward(DMatrixRMaj x) {
      this.x = x;
      CommonOps_DDRM.mult(x, kernel.value, h);
      delta.reshape(h.numRows, h.numCols);
      int units = h.numCols;
      double[] b = bias.value.data;
      for (int row = 0; row < h.numRows; row++) {
        for (int unit = 0; unit < units; unit++) {
          h.data[row * units + unit] += b[unit];
        }
      }
      if (relu) {
        for (int i = 0; i < h.getNumElements(); i++) {
          h.data[i] = Math.max(0, h.data[i]);
        }
      }
      return h;
    }

    private void closeUnits() {
      double[] d = delta.data;
      for (int i = 0; i < h.getNumElements(); i++) {
        long mask = -Double.doubleToRawLongBits(h.data[i]) >> 63;
        d[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(d[i]) & mask);
      }
    }

    void backward(@Nullable Layer below) {
      CommonOps_DDRM.multTransA(x, delta, kernel.gradient);
      CommonOps_DDRM.sumCols(delta, bias.gradient);
      if (below != null) {
        if (kernel.value.numRows < LARGE) {
          CommonOps_DDRM.multTransB(delta, kernel.value, below.delta);
        } else {
          CommonOps_DDRM.transpose(kernel.value, transposed);
          CommonOps_DDRM.mult(delta, transposed, below.delta);
        }
        below.closeUnits();
      }
    }
  }

  private static final class Variable {
    private final DMatrixRMaj value;
    private final DMatrixRMaj gradient;
    private final double[] m;
    private final double[] v;

    Variable(DMatrixRMaj start) {
      value = start;
      gradient = start.createLike();
      m = new double[start.data.length];
      v = new double[start.data.length];
    }

    void adam(double rate) {
      double[] g = gradient.data;
      double[] w = value.data;
      for (int i = 0; i < w.length; i++) {
        m[i] += (g[i] - m[i]) * (1 - 0.9);
        v[i] += (g[i] * g[i] - v[i]) * (1 - 0.999);
      }
      for (int i = 0; i < w.length; i++) {
        w[i] -= m[i] * rate / (Math.sqrt(v[i]) + 1e-7);
      }
    }
  }
}
