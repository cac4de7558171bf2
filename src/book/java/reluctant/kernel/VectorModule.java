package reluctant.kernel;

import java.lang.module.ModuleFinder;
import java.util.Optional;

/**
 * The JDK's module for the processor's vectors, without which sweeps take several times as long.
 */
final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /** What a kernel lacks that was started without it, in a sentence. */
  static Optional<String> shortcoming() {
    boolean used = ModuleLayer.boot().findModule(NAME).isPresent();
    return shortcoming(used, ModuleFinder.ofSystem().find(NAME).isPresent());
  }

  static Optional<String> shortcoming(boolean used, boolean installed) {
    // A JDK without it can't be helped by an option.
    return used || !installed
        ? Optional.empty()
        : Optional.of(
            "This kernel was started without the option --add-modules="
                + NAME
                + ", so sweeps take up to four times as long: open the notebook by ./workbook lab, or put the option in JDK_JAVA_OPTIONS.");
  }
}
