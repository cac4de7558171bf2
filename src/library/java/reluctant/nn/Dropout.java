package reluctant.nn;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Sets each of its inputs to 0 with a given probability, and multiplies those that stay by 1 / (1 -
 * rate), in training only (Srivastava et al. 2014). A prediction lets everything through.
 *
 * <p>What is dropped is drawn from {@link RandomStream#DROPOUT} of the trial's seed: a number u for
 * each input of each sample, row by row, which stays where u &gt;= rate.
 *
 * @param rate the probability, at least 0 and below 1
 */
public record Dropout(double rate) implements Layer {

  public Dropout {
    Require.fraction("rate", rate);
  }

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public List<Variable> variables(int inputs) {
    return List.of();
  }

  @Override
  public LayerPass pass(int inputs, int batchSize) {
    return new Through(new DMatrixRMaj(batchSize, inputs));
  }

  @Override
  public LayerPass trainingPass(int inputs, int batchSize, UniformRandomProvider random) {
    return new Dropping(rate, random, new DMatrixRMaj(batchSize, inputs));
  }

  /** Returns this layer as the Java that makes it. */
  @Override
  public String toString() {
    return "new Dropout(" + rate + ")";
  }

  /** Nothing is dropped. */
  private static class Through implements LayerPass {
    private final DMatrixRMaj inputGradient;
    private DMatrixRMaj x = new DMatrixRMaj();

    Through(DMatrixRMaj memory) {
      inputGradient = memory;
    }

    @Override
    public void load(double[] parameters, int offset) {
      // There are none.
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj x) {
      this.x = x;
      return x;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs) {
      inputGradient.setTo(delta);
      return inputGradient;
    }

    @Override
    public DMatrixRMaj preActivations() {
      return x;
    }
  }

  /** Some are dropped, other ones with each batch. */
  private static final class Dropping extends Through {
    private final double rate;
    private final UniformRandomProvider random;
    private final DMatrixRMaj factors;
    private final DMatrixRMaj h;

    Dropping(double rate, UniformRandomProvider random, DMatrixRMaj memory) {
      super(memory.copy());
      this.rate = rate;
      this.random = random;
      factors = memory;
      h = memory.copy();
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj x) {
      super.forward(x);
      h.reshape(x.numRows, x.numCols);
      double kept = 1 / (1 - rate);
      for (int i = 0; i < x.getNumElements(); i++) {
        factors.data[i] = random.nextDouble() >= rate ? kept : 0;
        h.data[i] = x.data[i] * factors.data[i];
      }
      return h;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs) {
      for (int i = 0; i < delta.getNumElements(); i++) {
        delta.data[i] *= factors.data[i];
      }
      return super.backward(delta, gradient, offset, inputs);
    }
  }
}
