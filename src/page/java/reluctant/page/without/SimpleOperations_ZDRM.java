package reluctant.page.without;

import org.ejml.simple.ops.SimpleOperations_DDRM;

/** In the place of EJML's own, since the library has no complex matrices: nothing more to carry. */
public final class SimpleOperations_ZDRM extends SimpleOperations_DDRM {

  private static final long serialVersionUID = 1;

  /** For EJML's matrices, which name each kind. */
  public SimpleOperations_ZDRM() {}
}
