package reluctant.kernel;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Lets JJava install the renderings by itself as soon as the library is on the classpath. */
public final class JJavaExtension implements Extension {

  /** Made by JJava's service loader. */
  public JJavaExtension() {}

  /**
   * Does what {@link Notebook#start()} does. It never throws: that would fail {@code %classpath}.
   */
  @Override
  public void install(BaseKernel kernel) {
    Notebook.installQuietly();
  }
}
