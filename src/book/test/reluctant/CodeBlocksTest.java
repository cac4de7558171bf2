package reluctant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each block of Java in README, in a package's page and in Javadoc compiles, where the names that
 * stand for a reader's own are those below.
 */
class CodeBlocksTest {

  private static final Pattern MARKDOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVADOC =
      Pattern.compile("<pre>\\{@code\n(.*?)\n[ *]*}</pre>", Pattern.DOTALL);

  /** What a cell imports, and what the blocks take as given. */
  private static final String HEAD =
      """
      import static reluctant.data.Inputs.*;
      import static reluctant.data.Problems.*;
      import static reluctant.absolute.Halves.*;
      import static reluctant.claim.ClaimAxis.*;
      import static reluctant.claim.Word.*;
      import static reluctant.nn.Activation.*;
      import static reluctant.nn.Initializer.*;
      import static reluctant.train.Loss.*;
      import java.util.*;
      import org.ejml.simple.SimpleMatrix;
      import reluctant.data.*;
      import reluctant.diagnose.*;
      import reluctant.doctor.*;
      import reluctant.nn.*;
      import reluctant.kernel.*;
      import reluctant.absolute.*;
      import reluctant.cases.*;
      import reluctant.chart.*;
      import reluctant.claim.*;
      import reluctant.depth.*;
      import reluctant.figures.*;
      import reluctant.linear.*;
      import reluctant.onerelu.*;
      import reluctant.optimizers.*;
      import reluctant.pyramid.*;
      import reluctant.spectrum.*;
      import reluctant.sweep.*;
      import reluctant.train.*;
      import reluctant.xor.*;
      import tech.tablesaw.plotly.components.Layout;
      import tech.tablesaw.plotly.traces.*;
      abstract class Block {
        Sequential model;
        Trial trial;
        Sweep sweep;
        Outcomes<Halves> outcomes;
        Numbers numbers;
        Rate rate;
        List<Double> rates;
        List<Integer> epochs;
        List<Run> runs;
        int units, trials;
        long firstSeed;
        Study<Halves> two;
        SimpleMatrix x;
        Outcomes<Halves> grid;
        Rate more, left, right;
        LossLandscape landscape;
        List<Descent> descents;
        ScatterTrace target, prediction;
        String[] names, columns, rows;
        double[] heights, low, high, positions;
        double[][] z;
      """;

  private record Block(String place, String java) {}

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>(blocks(Path.of("README.md"), MARKDOWN));
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(CodeBlocksTest::isDocumented).sorted().toList()) {
        blocks.addAll(blocks(file, JAVADOC));
      }
    }
    return blocks;
  }

  private static boolean isDocumented(Path file) {
    return file.toString().endsWith(".java") && file.startsWith("src/" + file.getName(1) + "/java");
  }

  private static List<Block> blocks(Path file, Pattern form) throws IOException {
    String text = Files.readString(file);
    return form.matcher(text)
        .results()
        .map(block -> block.group(1).replaceAll("(?m)^ *\\* ?", ""))
        .map(java -> new Block(file.toString(), java))
        .toList();
  }

  /** Makes statements of lines as in cells, which may lack their semicolon. */
  private static String statements(String cells) {
    var statements = new StringBuilder();
    List<String> lines = cells.replaceAll("(?m)\\s+//.*$", "").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      // What goes on is indented.
      boolean isEnd = i + 1 == lines.size() || !lines.get(i + 1).startsWith(" ");
      boolean isOpen = isEnd && !lines.get(i).isBlank() && !lines.get(i).matches(".*[;}]");
      statements.append(lines.get(i)).append(isOpen ? ";\n" : "\n");
    }
    return statements.toString();
  }

  private static List<String> errors(String cells) {
    String source = HEAD + "void block() throws Exception {\n" + statements(cells) + "}}\n";
    var file =
        new SimpleJavaFileObject(URI.create("string:///Block.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        };
    var found = new DiagnosticCollector<JavaFileObject>();
    List<String> options =
        List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, found, options, null, List.of(file));
    try {
      task.analyze();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> one.getMessage(Locale.ROOT))
        .toList();
  }

  @TestFactory
  List<DynamicTest> eachBlockCompiles() throws IOException {
    List<Block> blocks = blocks();
    assertThat(blocks).hasSizeGreaterThan(10);
    assertThat(blocks).extracting(Block::place).anyMatch(place -> place.equals("README.md"));
    return blocks.stream()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.place(),
                    () -> assertThat(errors(block.java())).as(block.java()).isEmpty()))
        .toList();
  }

  @Test
  void aBlockThatDoesNotCompileIsFound() {
    String good =
        "var run = trial.run()\nrun.history() // and so on\nrun.network()\n    .kernel(0)";
    assertThat(statements(good).lines().filter(line -> line.endsWith(";"))).hasSize(3);
    assertThat(errors(good)).isEmpty();
    assertThat(errors("var sweep = Sweep.of(trial).outcomes(Halves::of);\nsweep.engine(null)"))
        .hasSize(1);
  }
}
