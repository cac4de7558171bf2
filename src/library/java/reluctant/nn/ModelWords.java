package reluctant.nn;

import java.util.Map;
import reluctant.Require;
import reluctant.line.Vocabulary;

/** The words of the line that a model prints itself as. A trial's line has them and more. */
public final class ModelWords {

  private static final Vocabulary ALL = builder().build();

  private ModelWords() {}

  /** Returns a builder of its own with these words, to which others can be added. */
  public static Vocabulary.Builder builder() {
    return new Vocabulary.Builder()
        .makes(Constant.class, Dense.class, Dropout.class, Elu.class, L1L2.class, LeakyRelu.class)
        .makes(
            Mirrored.class,
            MixedActivations.class,
            NecroRelu.class,
            NonNegativeStart.class,
            PReLU.class,
            RandomNormal.class)
        .makes(RandomUniform.class, RandomizedAsymmetric.class, Relu.class, Repulsion.class)
        .makes(SpreadDirections.class, SpreadSigns.class, TruncatedNormal.class)
        .makes(VarianceScaling.class)
        .changes(Dense.class, PReLU.class)
        .names(Activation.class, Constraint.class, Initializer.class)
        .names(VarianceScaling.Distribution.class, VarianceScaling.Mode.class)
        .factories(Given.class, "Given.")
        .factories(Sequential.class, "Sequential.", "of")
        .parts(
            Activation[].class, Initializer[].class, Layer.class, Layer[].class, Regularizer.class)
        .parts(Sequential.class);
  }

  /** Returns the model that a line names. */
  static Sequential parse(String line) {
    return ALL.parse(Sequential.class, "model", "Sequential.of(", line, Map.of());
  }

  /**
   * Returns the line of a model.
   *
   * @throws IllegalArgumentException if it has parts that no line can name
   */
  static String line(Sequential model) {
    String line = model.toString();
    try {
      if (parse(line).equals(model)) {
        return line;
      }
    } catch (IllegalArgumentException e) {
      // Its words are not all the library's.
    }
    throw Require.refusal("only what the library has itself can be saved. Received: " + line);
  }
}
