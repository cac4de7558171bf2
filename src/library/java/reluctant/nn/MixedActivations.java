package reluctant.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * Activations in turn, one for each of its inputs: the first for the first input, and from the
 * first on again when they are used up. Behind a linear {@link Dense} layer it makes a layer whose
 * units are of several kinds. Keras has none; there, two layers side by side are concatenated.
 * Networks with it are trained one by one.
 *
 * @param activations in turn, at least one
 */
public record MixedActivations(List<Activation> activations) implements Layer {

  public MixedActivations {
    activations = List.copyOf(Require.each("activations", activations));
    Require.atLeast("the number of activations", activations.size(), 1);
    if (activations.contains(Activation.SOFTMAX)) {
      throw Softmax.alone();
    }
  }

  /**
   * Activations in turn.
   *
   * @param activations at least one
   */
  public MixedActivations(Activation... activations) {
    this(Arrays.asList(Require.present("activations", activations)));
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
    var byInput = new Activation[inputs];
    Arrays.setAll(byInput, i -> activations.get(i % activations.size()));
    return new Pass(byInput, new DMatrixRMaj(batchSize, inputs));
  }

  /** Returns this layer as the Java that makes it. */
  @Override
  public String toString() {
    return activations.stream()
        .map(Activation::toString)
        .collect(Collectors.joining(", ", "new MixedActivations(", ")"));
  }

  private static final class Pass implements LayerPass {
    private final Activation[] byInput;
    private final DMatrixRMaj h;
    private final DMatrixRMaj inputGradient;
    private DMatrixRMaj z = new DMatrixRMaj();

    Pass(Activation[] byInput, DMatrixRMaj memory) {
      this.byInput = byInput;
      h = memory;
      inputGradient = memory.copy();
    }

    @Override
    public void load(double[] parameters, int offset) {
      // There are none.
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj x) {
      z = x;
      h.reshape(x.numRows, x.numCols);
      for (int i = 0; i < x.getNumElements(); i++) {
        h.data[i] = byInput[i % byInput.length].value(x.data[i]);
      }
      return h;
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj delta, double[] gradient, int offset, boolean inputs) {
      for (int i = 0; i < delta.getNumElements(); i++) {
        delta.data[i] *= byInput[i % byInput.length].slope(z.data[i], h.data[i]);
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
