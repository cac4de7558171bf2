package reluctant.pyramid;

import java.util.Comparator;
import reluctant.Require;
import reluctant.train.Run;

/**
 * What a network made of the Euclidean distance and, if that is a valley, which coordinate it leans
 * on. Both at once, so that a sweep need not be trained twice.
 *
 * @param shape the shape
 * @param lean the coordinate, {@link Lean#NO_VALLEY} for other shapes
 */
public record Form(Shape shape, Lean lean) implements Comparable<Form> {

  private static final Comparator<Form> ORDER =
      Comparator.comparing(Form::shape).thenComparing(Form::lean);

  public Form {
    Require.present("shape", shape);
    Require.present("lean", lean);
  }

  /**
   * Says what a trial on the Euclidean distance made of it.
   *
   * @param run what the trial gave
   * @return {@link Shape#of(Run)} and, of a valley, its {@link Lean}
   * @throws IllegalArgumentException if the trial's data are something else or its network has
   *     another architecture
   */
  public static Form of(Run run) {
    Shape shape = Shape.of(run);
    return new Form(shape, Lean.of(run, shape));
  }

  /** Says whether the shape is {@link Shape#VALLEY}. */
  public boolean isValley() {
    return shape == Shape.VALLEY;
  }

  /** Says whether this is a valley whose direction lies within 22.5 degrees of an axis. */
  public boolean leansOnOneAxis() {
    return lean == Lean.FIRST || lean == Lean.SECOND;
  }

  /** Orders by shape, then by lean. */
  @Override
  public int compareTo(Form other) {
    return ORDER.compare(this, other);
  }
}
