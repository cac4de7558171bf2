package reluctant.train;

import java.util.Optional;
import reluctant.Jvm;

/** Looks for a display once: a search takes longer than a short training. */
final class InstalledDisplay {

  static final Optional<ProgressDisplay> FOUND = Jvm.part(ProgressDisplay.class);

  private InstalledDisplay() {}
}
