package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reluctant.sweep.Rate;

class ProseTest {

  @Test
  void valuesStandAsAReaderWantsThem() {
    assertThat(Prose.of("In {} of {} it is {}.", new Rate(539, 2000), 2000, 0.68634))
        .hasToString("In 27.0 % [25.1, 28.9] of 2,000 it is 0.686.");
    assertThat(Prose.of("{} {} {}", 161249.3, 2.39e-9, "$x$")).hasToString("161,249 2.39e-09 $x$");
    assertThat(Prose.of("{} {}", 12.345, 3.0)).hasToString("12.3 3");
    assertThat(Prose.percent(new Rate(539, 2000))).isEqualTo("27 %");
    assertThat(Prose.percent(new Rate(7, 2000))).isEqualTo("0.4 %");
    assertThat(Prose.percent(new Rate(1999, 2000))).isEqualTo("100.0 %");
    assertThat(Prose.percent(new Rate(0, 0))).isEqualTo("none");
  }

  @Test
  void itIsMarkdownBesideItsText() {
    assertThat(Prose.shown(Prose.of("*{}*", 1)).data())
        .containsEntry("text/markdown", "*1*")
        .containsEntry("text/plain", "*1*");
  }

  @Test
  void eachPlaceNeedsItsValue() {
    assertThatThrownBy(() -> Prose.of("{} and {}", 1))
        .hasMessage("pattern must have a {} for each of 1 values. Received: 2");
  }
}
