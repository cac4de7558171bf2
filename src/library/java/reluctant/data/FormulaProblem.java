package reluctant.data;

import static reluctant.Text.format;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.Text;
import reluctant.formula.Formula;

/**
 * A formula as the teacher: inputs, and targets that it computes from them.
 *
 * <p>A formula that gives NaN or an infinite number for a sample is refused when the samples are
 * drawn, with the inputs of the first such sample.
 */
public final class FormulaProblem implements Problem {

  /** How many inputs of a refused sample are told. */
  private static final int TOLD = 8;

  private final Formula formula;
  private final Inputs inputs;
  private final int features;

  private FormulaProblem(Formula formula, Inputs inputs, int features) {
    this.formula = formula;
    this.inputs = inputs;
    this.features = features;
    if (formula.hasOneInput() && features > 1) {
      throw Require.refusal(
          format(
              "a formula of %d inputs must name them x1, x2, .. Received: x in %s",
              features, formula));
    }
    long samples = inputs.samples(features);
    if (samples > Integer.MAX_VALUE) {
      throw Require.refusal(
          format(
              "samples must be at most %d, use fewer in each direction. Received: %s for %d inputs",
              Integer.MAX_VALUE, inputs, features));
    }
  }

  static FormulaProblem of(String text, Inputs inputs) {
    Require.present("inputs", inputs);
    Formula formula = Formula.of(text, inputs.others().toArray(String[]::new));
    int given = inputs.features();
    if (given > 0 && formula.inputs() > given) {
      throw Require.refusal(
          format(
              "a formula over %s must name inputs up to x%d. Received: x%d in %s",
              inputs, given, formula.inputs(), formula));
    }
    return new FormulaProblem(formula, inputs, given > 0 ? given : Math.max(1, formula.inputs()));
  }

  /**
   * Returns this with so many inputs, of which the formula need not name each.
   *
   * @param features how many, at least as many as the formula names
   */
  public FormulaProblem features(int features) {
    Require.atLeast("features", features, Math.max(1, formula.inputs()));
    if (inputs.features() > 0 && features != inputs.features()) {
      throw Require.refusal(
          format("features of %s must be %d. Received: %d", inputs, inputs.features(), features));
    }
    return new FormulaProblem(formula, inputs, features);
  }

  /** Returns the formula. */
  public Formula formula() {
    return formula;
  }

  @Override
  public int samples() {
    return (int) inputs.samples(features);
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public int outputs() {
    return formula.outputs();
  }

  @Override
  public Dataset draw(UniformRandomProvider random) {
    SimpleMatrix x = inputs.draw(features, Require.present("random", random));
    int others = inputs.others().size();
    var values = new double[others + features];
    var y = new SimpleMatrix(x.getNumRows(), outputs());
    for (int i = 0; i < x.getNumRows(); i++) {
      System.arraycopy(x.getDDRM().data, i * features, values, others, features);
      inputs.describe(values);
      for (int j = 0; j < outputs(); j++) {
        y.set(i, j, checked(formula.value(j, values), i, values));
      }
    }
    return new Dataset(this + ", drawn", x, y);
  }

  private double checked(double value, int row, double[] values) {
    if (Double.isFinite(value)) {
      return value;
    }
    throw Require.refusal(
        format(
            "a formula must give a finite number for each sample, change it or its inputs."
                + " Received: %s gives %s at %s, in row %d",
            formula, value, place(values), row));
  }

  private String place(double[] values) {
    int others = values.length - features;
    String numbers =
        IntStream.range(0, Math.min(features, TOLD))
            .mapToObj(j -> name(j) + " = " + Text.number(values[others + j]))
            .collect(Collectors.joining(", "));
    return features > TOLD ? numbers + ", .." : numbers;
  }

  private String name(int feature) {
    return features == 1 ? "x" : "x" + (feature + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormulaProblem problem
        && formula.equals(problem.formula)
        && inputs.equals(problem.inputs)
        && features == problem.features;
  }

  @Override
  public int hashCode() {
    return Objects.hash(formula, inputs, features);
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    String java = "formula(\"" + formula + "\", " + inputs + ")";
    boolean isPlain = inputs.features() > 0 || features == Math.max(1, formula.inputs());
    return isPlain ? java : java + ".features(" + features + ")";
  }
}
