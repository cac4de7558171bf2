package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesawPlotTest {
  /** As where a disk lists Tablesaw's jar before ours. */
  @Test
  void oursTakesThePlaceOfTablesawsWhicheverIsFoundFirst() throws Exception {
    String separator = File.pathSeparator;
    List<URL> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
      jars.add(entry.contains("tablesaw") ? 0 : jars.size(), Path.of(entry).toUri().toURL());
    }
    try (var loader = new URLClassLoader(jars.toArray(URL[]::new), null)) {
      assertThat(source(loader)).contains("tablesaw-jsplot");
      Class<?> replacing = loader.loadClass("reluctant.kernel.TablesawPlot");
      var replace = replacing.getDeclaredMethod("replace");
      replace.setAccessible(true);
      replace.invoke(null);
      replace.invoke(null);
      assertThat(loader.loadClass("tech.tablesaw.plotly.Plot").getDeclaredMethods())
          .extracting("name")
          .contains("browse");
    }
  }

  private static String source(URLClassLoader loader) throws IOException {
    return String.valueOf(loader.findResource("tech/tablesaw/plotly/Plot.class"));
  }
}
