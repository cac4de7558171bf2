package reluctant.data;

import static reluctant.Text.format;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * What is learnt: inputs and the targets that belong to them, row by row.
 *
 * <p>It is immutable. Matrices that it returns are copies.
 */
public final class Dataset implements Problem {

  private final String name;
  private final SimpleMatrix inputs;
  private final SimpleMatrix targets;
  private final Scaling scaling;

  /**
   * A dataset of given numbers.
   *
   * @param name what it is; for a dataset of {@link Problems}, the Java that makes it
   * @param inputs the inputs (samples x features), finite. Copied.
   * @param targets the targets (samples x outputs), finite. Copied.
   * @throws IllegalArgumentException if there are no samples, the rows differ in number, or a
   *     number is not finite
   */
  public Dataset(String name, SimpleMatrix inputs, SimpleMatrix targets) {
    this(name, inputs, targets, null);
  }

  private Dataset(
      String name, SimpleMatrix inputs, SimpleMatrix targets, @Nullable Scaling scaling) {
    this.name = Require.present("name", name);
    this.inputs = checked("inputs", inputs);
    this.targets = checked("targets", targets);
    if (inputs.getNumRows() != targets.getNumRows()) {
      throw Require.refusal(
          format(
              "inputs and targets must have the same number of rows. Received: %d and %d",
              inputs.getNumRows(), targets.getNumRows()));
    }
    this.scaling = scaling == null ? Scaling.none(features(), outputs()) : scaling;
  }

  private Dataset(Dataset numbers, String name) {
    this.name = name;
    inputs = numbers.inputs;
    targets = numbers.targets;
    scaling = numbers.scaling;
  }

  /** Returns other numbers of the same name, and how they came from the data's. */
  Dataset changed(SimpleMatrix inputs, SimpleMatrix targets, Scaling scaling) {
    return new Dataset(name, inputs, targets, scaling);
  }

  /**
   * Returns these numbers under another name.
   *
   * @param name what they are; for those of a formula, the Java that makes them
   */
  public Dataset named(String name) {
    return new Dataset(this, Require.present("name", name));
  }

  private static SimpleMatrix checked(String name, SimpleMatrix matrix) {
    Require.present(name, matrix);
    Require.atLeast("the number of rows of " + name, matrix.getNumRows(), 1);
    Require.atLeast("the number of columns of " + name, matrix.getNumCols(), 1);
    // EJML keeps numbers written as integers, new SimpleMatrix(2, 1, true, 3, 4), as floats.
    var copy = new DMatrixRMaj(matrix.getDDRM());
    for (int i = 0; i < copy.getNumElements(); i++) {
      if (!Double.isFinite(copy.data[i])) {
        int columns = copy.numCols;
        String place = format("%s in row %d, column %d", name, i / columns, i % columns);
        Require.finite(place, copy.data[i]);
      }
    }
    return SimpleMatrix.wrap(copy);
  }

  /** Returns what it is called. */
  public String name() {
    return name;
  }

  /** Returns the inputs (samples x features). */
  public SimpleMatrix inputs() {
    return inputs.copy();
  }

  /** Returns the targets (samples x outputs). */
  public SimpleMatrix targets() {
    return targets.copy();
  }

  /**
   * Returns how these numbers came from those of the data that it was made of, so that a network
   * can be asked in the data's units.
   */
  public Scaling scaling() {
    return scaling;
  }

  /** Returns the same samples in the units of the data that they were made of. */
  public Dataset unscaled() {
    return new Dataset(name, scaling.ownInputs(inputs), scaling.predictions(targets));
  }

  @Override
  public int samples() {
    return inputs.getNumRows();
  }

  @Override
  public int features() {
    return inputs.getNumCols();
  }

  @Override
  public int outputs() {
    return targets.getNumCols();
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  /** Returns this dataset. */
  @Override
  public Dataset draw(UniformRandomProvider random) {
    Require.present("random", random);
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dataset dataset
        && name.equals(dataset.name)
        && inputs.isIdentical(dataset.inputs, 0)
        && targets.isIdentical(dataset.targets, 0);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
