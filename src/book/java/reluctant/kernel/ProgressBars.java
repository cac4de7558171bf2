package reluctant.kernel;

import reluctant.train.ProgressDisplay;
import reluctant.train.ProgressListener;

/** Shows long work of the library as a {@link Progress} bar. Found as a service. */
public final class ProgressBars implements ProgressDisplay {

  /** Called by the service loader. */
  public ProgressBars() {}

  @Override
  public ProgressListener open(String work) {
    return Progress.of(work, Notebook.kernel());
  }
}
