package reluctant.notebook;

import java.util.Optional;
import java.util.function.Function;
import jdk.jshell.JShell;

/** What the notebook layer asks of a Java kernel. */
interface Kernel {

  /** Shows values of this type, as a cell's last expression, by this function. */
  <T> void register(Class<T> type, Function<? super T, Shown> rendering);

  /** Shows something in the running cell that may be changed later under this id. */
  void display(String id, Shown shown);

  /** Changes what is shown under this id, also when the cell that shows it was interrupted. */
  void update(String id, Shown shown);

  /** The shell that compiles the cells, where the kernel lends it. */
  default Optional<JShell> shell() {
    return Optional.empty();
  }
}
