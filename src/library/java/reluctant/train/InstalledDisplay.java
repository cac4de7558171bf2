package reluctant.train;

import java.util.Optional;
import java.util.ServiceLoader;

/** Looks for a display once: a search takes longer than a short training. */
final class InstalledDisplay {

  static final Optional<ProgressDisplay> FOUND =
      ServiceLoader.load(ProgressDisplay.class, ProgressDisplay.class.getClassLoader()).findFirst();

  private InstalledDisplay() {}
}
