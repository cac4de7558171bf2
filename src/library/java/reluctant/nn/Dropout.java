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
    return new Dropping(this, random, new DMatrixRMaj(batchSize, inputs));
  }

  /**
   * Draws what the inputs of a batch are multiplied by: 0 or 1 / (1 - rate).
   *
   * @param random where random numbers are taken from
   * @param factors receives the numbers
   * @param first where the first one goes
   * @param step how far the next one lies from it
   * @param count how many there are
   */
  public void drawFactors(
      UniformRandomProvider random, double[] factors, int first, int step, int count) {
    Require.present("random", random);
    Require.present("factors", factors);
    double kept = 1 / (1 - rate);
    for (int i = 0, to = first; i < count; i++, to += step) {
      factors[to] = random.nextDouble() >= rate ? kept : 0;
    }
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
    private final Dropout layer;
    private final UniformRandomProvider random;
    private final DMatrixRMaj factors;
    private final DMatrixRMaj h;

    Dropping(Dropout layer, UniformRandomProvider random, DMatrixRMaj memory) {
      super(memory.copy());
      this.layer = layer;
      this.random = random;
      factors = memory;
      h = memory.copy();
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj x) {
      super.forward(x);
      h.reshape(x.numRows, x.numCols);
      layer.drawFactors(random, factors.data, 0, 1, x.getNumElements());
      for (int i = 0; i < x.getNumElements(); i++) {
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
