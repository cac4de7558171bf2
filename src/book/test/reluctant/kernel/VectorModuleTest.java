package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorModuleTest {
  @Test
  void aKernelThatLeavesTheVectorsUnusedSaysSoInOneLine() {
    assertThat(VectorModule.shortcoming(false, true))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .startsWith("This kernel was started without the option --add-modules=")
                    .contains("./workbook lab")
                    .doesNotContain("\n"));
  }

  @Test
  void nothingIsSaidWhereNothingCanBeDone() {
    assertThat(VectorModule.shortcoming(true, true)).isEmpty();
    assertThat(VectorModule.shortcoming(false, false)).isEmpty();
  }
}
