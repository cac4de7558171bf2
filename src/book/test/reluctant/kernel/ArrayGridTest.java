package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrayGridTest {
  private final RecordingKernel kernel = new RecordingKernel();

  @BeforeEach
  void register() {
    Renderings.register(kernel);
  }

  private String text(Object value) {
    return (String) Objects.requireNonNull(kernel.show(value).get("text/plain"));
  }

  @Test
  void arraysOfEveryTypeShowWhatTheyHold() {
    assertThat(text(new double[] {3})).isEqualTo("3\nArray of 1.");
    assertThat(text(new double[] {Math.PI, 1e-9, Double.NaN}))
        .isEqualTo("3.1416  1.000e-09  NaN\nArray of 3.");
    assertThat(text(new float[] {.1f})).startsWith("0.1\n");
    assertThat(text(new int[] {1, -2})).startsWith("1  -2\n");
    assertThat(text(new long[] {1L << 40})).startsWith("1099511627776\n");
    assertThat(text(new short[] {7})).startsWith("7\n");
    assertThat(text(new byte[] {7})).startsWith("7\n");
    assertThat(text(new char[] {'a'})).startsWith("a\n");
    assertThat(text(new boolean[] {true, false})).startsWith("true  false\n");
    assertThat(text(new String[] {"a", null})).startsWith("a  null\n");
    assertThat(text(new int[0])).isEqualTo("\nArray of 0.");
    assertThat(kernel.show(new int[] {1}))
        .containsEntry(
            "text/html", "<table><tbody><tr><td>1</td></tr></tbody></table><p>Array of 1.</p>");
  }

  @Test
  void rowsAreAGridWhateverTheirLengths() {
    assertThat(text(new double[][] {{1, 2.5}, {3, 4}}))
        .isEqualTo("1  2.5\n3    4\nArray of 2 x 2.");
    assertThat(text(new int[][] {{1}, {}, {2, 3}})).isEqualTo("1   \n    \n2  3\nArray of 3 x 2.");
    assertThat(text(new double[1][2][6])).startsWith("[0, 0, 0, 0, …]  [0, 0, 0, 0, …]\n");
    assertThat(text(new Object[] {new int[] {1, 2}, "a", null})).startsWith("[1, 2]  a  null\n");
    assertThat(text(List.of(new double[] {1, 2}, new double[] {3, 4}))).startsWith("1  2\n3  4\n");
    assertThat(text(Map.of("loss", new double[] {1}))).isEqualTo("loss  [1]\nArray of 1 x 2.");
  }

  @Test
  void largeArraysAreShownInPart() {
    assertThat(text(IntStream.range(0, 1000).toArray()))
        .isEqualTo("0  1  2  3  4  5  6  7  …  998  999\nArray of 1,000; 10 shown.");
    double[][] large = new double[1000][1000];
    assertThat(text(large))
        .hasSizeLessThan(1000)
        .endsWith("\nArray of 1,000 rows x 1,000 columns; 12 rows and 10 columns shown.");
    Object[] deep = new Object[10];
    Arrays.fill(deep, deep);
    assertThat(text(deep)).hasSizeLessThan(10_000);
    assertThat(text(new String[] {"x".repeat(1_000_000)})).hasSizeLessThan(100);
  }

  @Test
  void otherValuesKeepTheirText() {
    assertThat(kernel.show(7)).containsOnly(Map.entry("text/plain", "7"));
    assertThat(text(List.of(1, 2))).isEqualTo("[1, 2]");
    assertThat(text(Map.of("a", 1))).isEqualTo("{a=1}");
  }
}
