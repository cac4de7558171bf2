package reluctant;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reader's own code threw inside the library. */
public final class Thrown {
  private static final String UNRESOLVED = "jdk.jshell.spi.SPIResolutionException";

  private Thrown() {}

  /**
   * Finds a name of a notebook's cell that is defined nowhere. It must be thrown as it is, not as a
   * cause: the kernel then says which name it is, and JJava can't show such a cause.
   *
   * @param failure what was thrown
   * @return the exception by which JShell tells of the name, if that is behind the failure
   */
  public static Optional<RuntimeException> unresolved(@Nullable Throwable failure) {
    // JShell may be missing where the library runs alone, so its class is known by name.
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause.getClass().getName().equals(UNRESOLVED))
        .map(RuntimeException.class::cast)
        .findFirst();
  }
}
