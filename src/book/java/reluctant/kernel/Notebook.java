package reluctant.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;

/**
 * The door between the library and the Java kernel that runs a notebook.
 *
 * <p>Cell 1 calls {@link #start()}. From then on figures, tables, matrices, claims and the
 * library's values show as the last expression of a cell.
 *
 * <p><b>Interrupts.</b> The kernel's stop button ends the cell at once and sets the interrupt flag
 * of the thread that runs it; the thread itself goes on until it looks at its flag. So long work
 * looks at {@code Thread.currentThread().isInterrupted()} after each batch, stops, leaves the flag
 * set and returns what it has, which is then in the cell's variable although the cell shows
 * "interrupted". The flag does no harm to what follows: kernels run each statement of a cell as a
 * task of a thread pool, and a pool clears the flag before it starts a task.
 *
 * <p><b>The queue.</b> Front ends send all cells of <i>Run All</i> at once. By themselves JJava and
 * IJava go on with the next one after an error or an interrupt; from the cell after {@link
 * #start()} on, those that wait are answered with the status "aborted", as Jupyter's protocol wants
 * it. What comes after the error's reply runs.
 *
 * <p>Long work prints nothing by itself. To send a line or a figure from a thread whose flag is set
 * makes the kernel's socket throw and clears the flag, so that the work would go on unheard. {@code
 * Progress} takes care of that.
 *
 * <p><b>Errors.</b> A kernel shows an exception's class and message first. So messages of the
 * library are one sentence that holds the cure. JJava 1.0 fails on an exception whose cause is a
 * name that is defined nowhere, and on an error thrown by what it shows; then it gives no reply,
 * and the front end waits for ever. The library has no such cause ({@link reluctant.Thrown}), and
 * the classes that stand before the kernels' handlers answer in any case.
 */
public final class Notebook {
  private static final List<String> KERNELS =
      List.of("reluctant.kernel.JJavaKernel", "reluctant.kernel.IJavaKernel");

  /** What renderings need. JJava's extension may run while %classpath is still half done. */
  private static final List<String> NEEDED =
      List.of(
          "tech.tablesaw.plotly.components.Figure",
          "tech.tablesaw.api.Table",
          "org.ejml.simple.SimpleMatrix",
          "com.fasterxml.jackson.databind.ObjectMapper");

  private static @Nullable Kernel installed;

  private Notebook() {}

  /**
   * Teaches the running kernel to show the library's values, and takes it out of the machine's
   * language: numbers have a point and the digits of Java's source, and {@code "I"} in small is
   * {@code "i"}, in the reader's own cells and in Tablesaw too. A second call does nothing, and so
   * does a call outside a kernel.
   */
  public static synchronized void start() {
    if (installed == null) {
      Kernel kernel = running();
      if (kernel != null) {
        Renderings.register(kernel);
        kernel.explainErrors();
        TablesawPlot.replace();
        Locale.setDefault(Locale.ROOT);
        kernel.shell().ifPresent(shell -> assist(shell, kernel));
        VectorModule.shortcoming().ifPresent(System.err::println);
        installed = kernel;
      }
    }
  }

  private static void assist(JShell shell, Kernel kernel) {
    Javadoc.sources().ifPresent(sources -> Javadoc.add(sources, shell));
    kernel.watch(new CellEvents(shell));
    if (kernel.keepsClasses() || LoadedClasses.trust(shell)) {
      Overloads.renew(shell);
    } else {
      Overloads.warn(shell, System.err);
    }
  }

  static void installQuietly() {
    try {
      for (String name : NEEDED) {
        Class.forName(name, false, Notebook.class.getClassLoader());
      }
      start();
    } catch (Throwable notYet) {
      // start() in cell 1 will say what is wrong.
    }
  }

  /** The kernel, or null outside a notebook or before {@link #start()}. */
  static synchronized @Nullable Kernel kernel() {
    return installed;
  }

  private static @Nullable Kernel running() {
    return KERNELS.stream()
        .map(Notebook::running)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Kernel running(String kernel) {
    try {
      return (Kernel) Class.forName(kernel).getDeclaredMethod("running").invoke(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      // Its classes are absent, or it is not the one that runs.
      return null;
    }
  }
}
