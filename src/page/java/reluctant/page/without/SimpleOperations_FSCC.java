package reluctant.page.without;

import org.ejml.simple.ops.SimpleOperations_DDRM;

/**
 * In the place of EJML's own, since the library has no sparse matrices of floats: nothing more to
 * carry.
 */
public final class SimpleOperations_FSCC extends SimpleOperations_DDRM {

  private static final long serialVersionUID = 1;

  /** For EJML's matrices, which name each kind. */
  public SimpleOperations_FSCC() {}
}
