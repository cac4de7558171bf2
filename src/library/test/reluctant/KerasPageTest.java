package reluctant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The Java in KERAS.md runs as it stands. */
class KerasPageTest {

  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static String page() throws IOException {
    return Files.readString(Path.of("KERAS.md"));
  }

  /** Returns the last cell of each row of each table, without the tables' heads. */
  private static List<String> rightColumn() throws IOException {
    List<String> cells = new ArrayList<>();
    for (String line : page().lines().filter(line -> line.startsWith("|")).toList()) {
      String[] columns = line.split("\\|");
      assertThat(columns).as(line).hasSize(3);
      cells.add(columns[2].strip());
    }
    cells.removeIf(cell -> cell.equals("---") || cell.equals("Reluctant"));
    return cells;
  }

  private static List<String> code(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  @Test
  void everyRowHasJava() throws IOException {
    assertThat(rightColumn()).hasSizeGreaterThan(60).noneMatch(cell -> code(cell).isEmpty());
  }

  @TestFactory
  List<DynamicTest> everyLineRuns() throws IOException {
    var shell = new JavaShell();
    List<DynamicTest> tests = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(page()).results().toList()) {
      tests.add(DynamicTest.dynamicTest("the first lines", () -> shell.run(block.group(1))));
    }
    for (String cell : rightColumn()) {
      tests.add(DynamicTest.dynamicTest(cell, () -> code(cell).forEach(shell::run)));
    }
    tests.add(DynamicTest.dynamicTest("the end", shell::close));
    return tests;
  }
}
