package reluctant.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import tech.tablesaw.plotly.Plot;
import tech.tablesaw.plotly.Utils;

/**
 * Puts our {@link Plot} in the place of Tablesaw's, which opens a browser on the machine that the
 * kernel runs on.
 *
 * <p>The two have one name, and which jar a kernel's class path has first depends on the order of
 * files on a disk. So ours is defined in the package's loader before any cell can ask for it.
 */
final class TablesawPlot {
  private TablesawPlot() {}

  static void replace() {
    try (InputStream ours = new URL(home(), "../../tech/tablesaw/plotly/Plot.class").openStream()) {
      MethodHandles.privateLookupIn(Utils.class, MethodHandles.lookup())
          .defineClass(ours.readAllBytes());
    } catch (IOException | IllegalAccessException | LinkageError e) {
      // One of the two is there already: an earlier start's, or that of a cell that ran before it.
    }
  }

  private static URL home() throws IOException {
    URL home = TablesawPlot.class.getResource("TablesawPlot.class");
    if (home == null) {
      throw new IOException("a class without a file");
    }
    return home;
  }
}
