package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a chapter trains has a line: each part of a network, a fit or a problem that it makes is
 * a word of lines, and {@link TrialLineTest} puts the words together in every way.
 */
class NotebookWordsTest {

  private static final Pattern MADE = Pattern.compile("new ([A-Z]\\w*)(?=\\()");
  private static final Pattern OWN = Pattern.compile("\\w+(?=\\(.*\\) implements )|new Dataset");

  static List<Path> chapters() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void everyPartThatAChapterTrainsIsAWordOfLines(Path chapter) throws IOException {
    String code = code(chapter);
    assertThat(code).contains("Notebook.start()");
    // Activations and an optimizer that chapters write themselves, and numbers of one's own, which
    // no line can name.
    assertThat(OWN.matcher(code).results().map(MatchResult::group))
        .isSubsetOf("Square", "Root", "Steep", "FalseSlope", "Uphill", "new Dataset");
    List<String> parts =
        MADE.matcher(code)
            .results()
            .map(MatchResult::group)
            .filter(NotebookWordsTest::isPart)
            .filter(part -> !part.equals("new Dataset"))
            .toList();
    assertThat(parts)
        .contains("new Trial", "new Dense")
        .noneMatch(made -> Words.ALL.calls(made).isEmpty());
  }

  private static String code(Path chapter) throws IOException {
    var code = new StringBuilder();
    for (JsonNode cell : new ObjectMapper().readTree(chapter.toFile()).path("cells")) {
      if (cell.path("cell_type").asText().equals("code")) {
        cell.path("source").forEach(line -> code.append(line.asText()));
        code.append('\n');
      }
    }
    return code.toString();
  }

  private static boolean isPart(String made) {
    String name = made.substring("new ".length());
    return Stream.of("nn", "data", "train")
        .map(folder -> "reluctant." + folder + "." + name)
        .anyMatch(NotebookWordsTest::isPartOfTheLibrary);
  }

  private static boolean isPartOfTheLibrary(String name) {
    try {
      Class<?> type = Class.forName(name);
      return type == Fit.class
          || type == Trial.class
          || TrialLineTest.PARTS.stream().anyMatch(part -> part.isAssignableFrom(type));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
