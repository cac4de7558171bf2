package reluctant.data;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * How a dataset's numbers came from those of the data that it was made of, by {@link
 * Problem#standardized()}, {@link Problem#scaledInputs} and their like, and back: a network that
 * learnt the changed numbers is asked, and answers, in the data's own units.
 *
 * <pre>{@code
 * Run run = trial.run();
 * Scaling scaling = trial.dataset().scaling();
 * scaling.predictions(run.network().predict(scaling.inputs(x)))   // as run.predict(x) does
 * }</pre>
 *
 * <p>Noise and rows that are left out change no units. Immutable.
 */
public final class Scaling {

  private final Columns inputs;
  private final Columns targets;

  Scaling(Columns inputs, Columns targets) {
    this.inputs = inputs;
    this.targets = targets;
  }

  /** Numbers as they are. */
  static Scaling none(int features, int outputs) {
    return new Scaling(Columns.same(features), Columns.same(outputs));
  }

  Columns inputs() {
    return inputs;
  }

  Columns targets() {
    return targets;
  }

  /**
   * Computes what a network takes.
   *
   * @param x inputs in the data's units (samples x features)
   * @return the same as the network has learnt them
   */
  public SimpleMatrix inputs(SimpleMatrix x) {
    return inputs.to(checked("x", x, inputs));
  }

  /**
   * Computes what a network means.
   *
   * @param y what it gives (samples x outputs)
   * @return the same in the data's units
   */
  public SimpleMatrix predictions(SimpleMatrix y) {
    return targets.from(checked("y", y, targets));
  }

  /**
   * Computes where in the data's units a network looks.
   *
   * @param z inputs as the network has learnt them (samples x features)
   * @return the same in the data's units
   */
  public SimpleMatrix ownInputs(SimpleMatrix z) {
    return inputs.from(checked("z", z, inputs));
  }

  private static SimpleMatrix checked(String name, SimpleMatrix numbers, Columns columns) {
    Require.present(name, numbers);
    int rows = numbers.getNumRows();
    Require.shape(name, rows, numbers.getNumCols(), Math.max(1, rows), columns.count());
    return numbers;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scaling scaling
        && inputs.equals(scaling.inputs)
        && targets.equals(scaling.targets);
  }

  @Override
  public int hashCode() {
    return 31 * inputs.hashCode() + targets.hashCode();
  }

  /** Returns both in words. */
  @Override
  public String toString() {
    return "inputs " + inputs + "; targets " + targets;
  }
}
