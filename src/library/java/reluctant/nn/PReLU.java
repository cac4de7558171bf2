package reluctant.nn;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * ReLU with a learnt slope below zero, one for each of its inputs (He et al. 2015): h = z for z
 * &gt; 0, alpha z elsewhere. At z = 0 the slope is 0, as in Keras.
 *
 * @param alphaInitializer how alpha (1 x inputs) starts
 * @param trainable whether a training moves alpha
 */
public record PReLU(Initializer alphaInitializer, boolean trainable) implements Layer {

  public PReLU {
    Require.present("alphaInitializer", alphaInitializer);
  }

  /**
   * PReLU whose slopes are trained.
   *
   * @param alphaInitializer how alpha (1 x inputs) starts
   */
  public PReLU(Initializer alphaInitializer) {
    this(alphaInitializer, true);
  }

  /** PReLU as Keras makes it: every alpha starts at 0. */
  public PReLU() {
    this(Initializer.ZEROS);
  }

  /**
   * Returns this layer with its slopes trained or not.
   *
   * @param trainable whether a training moves alpha; otherwise it stays as it starts
   */
  public PReLU trainable(boolean trainable) {
    return new PReLU(alphaInitializer, trainable);
  }

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public List<Variable> variables(int inputs) {
    return List.of(Variable.vector("alpha", inputs, alphaInitializer).trainable(trainable));
  }

  @Override
  public LayerPass pass(int inputs, int batchSize) {
    return new Pass(inputs, batchSize);
  }

  /** Returns this layer as the Java that makes it. */
  @Override
  public String toString() {
    String start = alphaInitializer.equals(Initializer.ZEROS) ? "" : alphaInitializer.toString();
    return "new PReLU(" + start + (trainable ? ")" : ").trainable(false)");
  }

  private static final class Pass implements LayerPass {
    private final double[] alpha;
    private final DMatrixRMaj h;
    private final DMatrixRMaj inputGradient;
    private DMatrixRMaj z = new DMatrixRMaj();

    Pass(int inputs, int batchSize) {
      alpha = new double[inputs];
      h = new DMatrixRMaj(batchSize, inputs);
      inputGradient = h.copy();
    }

    @Override
    public void load(double[] parameters, int offset) {
      System.arraycopy(parameters, offset, alpha, 0, alpha.length);
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj x) {
      z = x;
      h.reshape(x.numRows, x.numCols);
      for (int i = 0; i < z.getNumElements(); i++) {
        h.data[i] = z.data[i] > 0 ? z.data[i] : alpha[i % alpha.length] * z.data[i];
      }
      return h;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs) {
      Arrays.fill(gradient, offset, offset + alpha.length, 0);
      for (int i = 0; i < delta.getNumElements(); i++) {
        int unit = i % alpha.length;
        if (z.data[i] <= 0) {
          gradient[offset + unit] += delta.data[i] * z.data[i];
          delta.data[i] *= z.data[i] < 0 ? alpha[unit] : 0;
        }
      }
      inputGradient.setTo(delta);
      return inputGradient;
    }

    @Override
    public DMatrixRMaj preActivations() {
      return z;
    }
  }
}
