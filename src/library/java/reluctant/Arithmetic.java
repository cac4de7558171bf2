package reluctant;

/**
 * The order of all operations and the elementary functions they use, {@code reluctant.elementary}.
 * A change gives other bits under the same printed line, so files say which arithmetic they are of.
 */
public final class Arithmetic {

  /** Raised with each change of a bit. */
  public static final int VERSION = 3;

  private Arithmetic() {}
}
