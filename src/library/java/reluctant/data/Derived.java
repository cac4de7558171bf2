package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import reluctant.Require;

/** A problem made of another one, its source, whose samples it changes after they are drawn. */
public sealed interface Derived extends Problem permits Moved, Noisy, Rows, Standardized {

  /** Returns what is changed. */
  Problem source();

  /**
   * Returns the same change of another problem.
   *
   * @param source what is changed
   */
  Problem of(Problem source);

  /**
   * Changes samples.
   *
   * @param drawn those of the source
   * @param random where further random numbers come from
   */
  Dataset changed(Dataset drawn, UniformRandomProvider random);

  @Override
  default Dataset draw(UniformRandomProvider random) {
    Dataset drawn = source().draw(Require.present("random", random));
    return changed(drawn, random).named(this + ", drawn");
  }

  @Override
  default int samples() {
    return source().samples();
  }

  @Override
  default int features() {
    return source().features();
  }

  @Override
  default int outputs() {
    return source().outputs();
  }

  @Override
  default boolean isFixed() {
    return source().isFixed();
  }

  /** Returns what nothing was derived from: the innermost source. */
  default Problem root() {
    Problem root = source();
    while (root instanceof Derived derived) {
      root = derived.source();
    }
    return root;
  }

  /**
   * Returns all these changes of another problem.
   *
   * @param root in place of the innermost source
   */
  default Problem withRoot(Problem root) {
    Require.present("root", root);
    return of(source() instanceof Derived derived ? derived.withRoot(root) : root);
  }
}
