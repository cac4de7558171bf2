package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

class OverloadsTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void aMethodOfTheNameOfAnotherIsWarnedOf() {
    assertThat(
            warnings("int twice(int x) { return 2 * x; }", "double twice(double x) { return 2; }"))
        .containsExactly(
            "Two methods are named twice, and this kernel may then keep old values when cells run"
                + " again. Give one of them another name, restart the kernel and run all.");
  }

  @Test
  void aCellThatRunsAgainAndWhatDependsOnItIsNot() {
    String seed = "int seed = 1;";
    String next = "int next(int by) { return seed + by; }";
    assertThat(
            warnings(seed, next, seed, next, "int next(int by) { return seed - by; }", "int next;"))
        .isEmpty();
  }

  @Test
  void oneOfTwoRunsAgainAfterWhatBothUseHasChanged() {
    String whole = "int twice(int x) { return x * by; }";
    String real = "double twice(double x) { return x * by; }";
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      Overloads.renew(shell);
      for (String cell : new String[] {"int by = 1;", whole, real, "int by = 3;", real}) {
        shell.eval(cell);
      }
      assertThat(shell.eval("twice(2) + \" \" + twice(2.5)").get(0).value()).isEqualTo("\"6 7.5\"");
    }
  }

  private String[] warnings(String... cells) {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      Overloads.warn(shell, new PrintStream(printed, true, StandardCharsets.UTF_8));
      for (String cell : cells) {
        shell.eval(cell);
      }
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
  }
}
