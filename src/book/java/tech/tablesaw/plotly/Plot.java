package tech.tablesaw.plotly;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import reluctant.kernel.CellOutput;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Page;
import tech.tablesaw.plotly.display.Browser;

/**
 * Tablesaw's own door to a figure, which opens a browser. In a notebook it is this class that a
 * cell finds under the name, and the figure is the cell's output. Elsewhere it does what Tablesaw's
 * does.
 */
public class Plot {
  private static final String DIVISION = "target";
  private static final Path FOLDER = Path.of("testoutput");

  /** Tablesaw's class has it. */
  public Plot() {}

  /**
   * Shows a figure.
   *
   * @param figure what is drawn
   */
  public static void show(Figure figure) {
    show(figure, DIVISION);
  }

  /**
   * Shows a figure.
   *
   * @param figure what is drawn
   * @param divName the name of its place in a page
   */
  public static void show(Figure figure, String divName) {
    if (!CellOutput.show(figure)) {
      browse(page(figure, divName), FOLDER.resolve("output" + UUID.randomUUID() + ".html"));
    }
  }

  /**
   * Writes a figure to a file, and shows it.
   *
   * @param figure what is drawn
   * @param outputFile where a page of it goes
   */
  public static void show(Figure figure, File outputFile) {
    show(figure, DIVISION, outputFile);
  }

  /**
   * Writes a figure to a file, and shows it.
   *
   * @param figure what is drawn
   * @param divName the name of its place in the page
   * @param outputFile where the page goes
   */
  public static void show(Figure figure, String divName, File outputFile) {
    if (CellOutput.show(figure)) {
      write(page(figure, divName), outputFile.toPath());
    } else {
      browse(page(figure, divName), outputFile.toPath());
    }
  }

  /**
   * Writes a page to a file, and opens it in a browser where this is no notebook.
   *
   * @param html the page
   * @param outputFile where it goes
   */
  public static void show(String html, File outputFile) {
    if (CellOutput.isThere()) {
      write(html, outputFile.toPath());
    } else {
      browse(html, outputFile.toPath());
    }
  }

  private static String page(Figure figure, String divName) {
    return Page.pageBuilder(figure, divName).build().asJavascript();
  }

  private static void browse(String html, Path file) {
    write(html, file);
    try {
      new Browser().browse(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String html, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
