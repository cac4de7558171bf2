package reluctant.train;

import java.util.ArrayList;
import java.util.List;
import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Sequential;

/**
 * What is trained of a model under a loss. A cross-entropy behind its own activation, a sigmoid or
 * softmax at the end, is one of what comes before that, the logits: as in a compiled step of Keras,
 * a saturated output still learns. So a model of the same parameters is trained in its place, whose
 * last layer is linear, under the loss from logits. All others are trained as they are.
 *
 * @param model what computes the outputs that the loss takes
 * @param loss the loss of these
 * @param activation what makes predictions of these outputs, of a whole row
 */
public record Objective(Sequential model, Loss loss, Activation activation) {

  public Objective {
    Require.present("model", model);
    Require.present("loss", loss);
    Require.present("activation", activation);
  }

  /**
   * Returns what is trained.
   *
   * @param model any
   * @param loss any
   */
  public static Objective of(Sequential model, Loss loss) {
    Require.present("model", model);
    Require.present("loss", loss);
    Layer last = model.layers().get(model.layers().size() - 1);
    if (last instanceof Dense dense) {
      Activation f = dense.activation();
      if (loss == Loss.BINARY_CROSSENTROPY && f == Activation.SIGMOID) {
        return new Objective(linear(model, dense), Loss.BINARY_CROSSENTROPY_FROM_LOGITS, f);
      }
      if (loss == Loss.CATEGORICAL_CROSSENTROPY && f == Activation.SOFTMAX) {
        return new Objective(linear(model, dense), Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS, f);
      }
    }
    return new Objective(model, loss, Activation.LINEAR);
  }

  private static Sequential linear(Sequential model, Dense last) {
    List<Layer> layers = new ArrayList<>(model.layers());
    layers.set(layers.size() - 1, last.activation(Activation.LINEAR));
    return new Sequential(model.inputs(), layers);
  }

  /** Says whether predictions are made of the outputs, which are not the predictions then. */
  public boolean isOfLogits() {
    return activation != Activation.LINEAR;
  }
}
