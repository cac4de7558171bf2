package reluctant.kernel;

import java.util.Optional;
import java.util.function.Function;
import jdk.jshell.JShell;

/** What the notebook layer asks of a Java kernel. */
interface Kernel {

  /** Shows values of this type, as a cell's last expression, by this function. */
  <T> void register(Class<T> type, Function<? super T, Shown> rendering);

  /**
   * Takes note of the running cell. The kernel forgets a cell at the moment it interrupts it, while
   * the cell still has to say so.
   */
  void enterCell();

  /** Shows something in the cell noted last that may be changed later under this id. */
  void display(String id, Shown shown);

  /** Changes what is shown under this id. */
  void update(String id, Shown shown);

  /** Lays errors out so that they can be read, a sentence with the cure first. */
  default void explainErrors() {}

  /** Runs the cells from the next one on under the eyes of these. */
  default void watch(CellEvents events) {}

  /** Says whether it loads what it is told to. */
  default boolean keepsClasses() {
    return true;
  }

  /** The shell that compiles the cells, where the kernel lends it. */
  default Optional<JShell> shell() {
    return Optional.empty();
  }
}
