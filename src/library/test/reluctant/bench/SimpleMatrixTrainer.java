package reluctant.bench;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleOperations.ElementOpReal;
import reluctant.nn.Network;

/** A step as a tutorial writes it: a line for each formula, a matrix for each result. */
final class SimpleMatrixTrainer {

  private static final ElementOpReal RELU = (row, column, z) -> Math.max(0, z);
  private static final ElementOpReal RELU_SLOPE = (row, column, z) -> z > 0 ? 1 : 0;
  private static final ElementOpReal ROOT = (row, column, v) -> Math.sqrt(v);

  private final Variable kernel1;
  private final Variable bias1;
  private final Variable kernel2;
  private final Variable bias2;
  private final double learningRate;
  private int step;

  SimpleMatrixTrainer(Network start, double learningRate) {
    kernel1 = new Variable(start.kernel(0));
    bias1 = new Variable(start.bias(0));
    kernel2 = new Variable(start.kernel(1));
    bias2 = new Variable(start.bias(1));
    this.learningRate = learningRate;
  }

  /** Trains on one batch and returns the mean squared error before the step. */
  double step(SimpleMatrix x, SimpleMatrix y) {
    int samples = x.getNumRows();
    SimpleMatrix ones = SimpleMatrix.ones(samples, 1);

    SimpleMatrix z = x.mult(kernel1.value).plus(ones.mult(bias1.value));
    SimpleMatrix h = z.elementOp(RELU);
    SimpleMatrix prediction = h.mult(kernel2.value).plus(ones.mult(bias2.value));
    SimpleMatrix error = prediction.minus(y);

    SimpleMatrix delta2 = error.scale(2.0 / samples);
    SimpleMatrix open = z.elementOp(RELU_SLOPE);
    SimpleMatrix delta1 = delta2.mult(kernel2.value.transpose()).elementMult(open);

    step++;
    kernel1.adam(x.transpose().mult(delta1));
    bias1.adam(ones.transpose().mult(delta1));
    kernel2.adam(h.transpose().mult(delta2));
    bias2.adam(ones.transpose().mult(delta2));
    return error.elementPower(2).elementSum() / samples;
  }

  double[] parameters() {
    return Stream.of(kernel1, bias1, kernel2, bias2)
        .flatMapToDouble(variable -> DoubleStream.of(variable.value.getDDRM().data))
        .toArray();
  }

  private final class Variable {
    private SimpleMatrix value;
    private SimpleMatrix m;
    private SimpleMatrix v;

    Variable(SimpleMatrix start) {
      value = start;
      m = new SimpleMatrix(start.getNumRows(), start.getNumCols());
      v = new SimpleMatrix(start.getNumRows(), start.getNumCols());
    }

    void adam(SimpleMatrix gradient) {
      double rate = learningRate * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
      m = m.scale(0.9).plus(gradient.scale(1 - 0.9));
      v = v.scale(0.999).plus(gradient.elementMult(gradient).scale(1 - 0.999));
      SimpleMatrix root = v.elementOp(ROOT);
      value = value.minus(m.scale(rate).elementDiv(root.plus(1e-7)));
    }
  }
}
