package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Problems.euclideanDistance;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.diagnose.GivenRun;

class FormTest {

  private static Form form(double... degrees) {
    return Form.of(GivenRun.directions(euclideanDistance(500, NORMAL), degrees, 0, 0, -10));
  }

  @Test
  void aValleyHasALean() {
    assertThat(form(3, 183, 60)).isEqualTo(new Form(Shape.VALLEY, Lean.FIRST));
    assertThat(form(3, 183, 60).leansOnOneAxis()).isTrue();
    assertThat(form(88, 268, 60).leansOnOneAxis()).isTrue();
    assertThat(form(45, 225, 60).isValley()).isTrue();
    assertThat(form(45, 225, 60).leansOnOneAxis()).isFalse();
  }

  @Test
  void formsAreOrderedByShapeThenByLean() {
    var first = new Form(Shape.PYRAMID, Lean.NO_VALLEY);
    var second = new Form(Shape.VALLEY, Lean.FIRST);
    var third = new Form(Shape.VALLEY, Lean.DIAGONAL);
    assertThat(List.of(third, first, second).stream().sorted())
        .containsExactly(first, second, third);
    assertThat(first.leansOnOneAxis()).isFalse();
  }
}
