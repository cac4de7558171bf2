package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.points;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Whatever is set makes a difference, and nothing else does. */
class EqualityTest {

  private static final String SHA_256 = "0123456789abcdef".repeat(4);

  private static List<Object> datasets() {
    var x = new SimpleMatrix(new double[][] {{1}, {2}});
    var y = new SimpleMatrix(new double[][] {{3}, {4}});
    return List.of(new Dataset("a", x, y), new Dataset("a", y, y), new Dataset("a", x, x));
  }

  private static List<Object> scalings() {
    Columns same = Columns.same(2);
    Columns wide = same.times(new double[] {0.3, 1});
    Columns far = same.plus(new double[] {2, 1});
    return List.of(
        same, wide, far, new Scaling(same, same), new Scaling(wide, same), new Scaling(same, far));
  }

  private static List<Object> problems() {
    return List.of(
        formula("x1", normal(5)),
        formula("2 x1", normal(5)),
        formula("x1", normal(6)),
        formula("x1", normal(5)).features(3),
        grid(0, 1, 3),
        grid(0, 1, 4),
        grid(0, 1, 3).by(0, 1, 3),
        points(new double[][] {{1, 2}}).noise(1),
        firFilter(3, Signal.WHITE, 1, 2),
        firFilter(4, Signal.WHITE, 1, 2),
        firFilter(3, Signal.WHITE, 1, 3));
  }

  private static List<Object> files() {
    CsvFile file = CsvFile.known("iris.csv", 9, SHA_256);
    return List.of(
        file,
        CsvFile.known("rosa.csv", 9, SHA_256),
        CsvFile.known("iris.csv", 8, SHA_256),
        CsvFile.known("iris.csv", 9, "f".repeat(64)),
        file.separator(";"),
        file.decimalComma(),
        file.encoding("UTF-16"),
        file.inputs("a"),
        file.inputs("a").binary("kind"),
        file.inputs("a").targets("kind"),
        file.inputs("b").binary("kind"),
        file.inputs("a").binary("type"),
        file.inputs("a").classes("kind", 2),
        file.inputs("a").classes("kind", 3));
  }

  private static void haveAnEqualOfTheirOwnAlone(List<Object> some, List<Object> again) {
    for (int i = 0; i < some.size(); i++) {
      for (int j = 0; j < some.size(); j++) {
        assertThat(some.get(i).equals(again.get(j)))
            .as("%s and %s", some.get(i), again.get(j))
            .isEqualTo(i == j);
      }
      assertThat(some.get(i)).hasSameHashCodeAs(again.get(i));
    }
  }

  @Test
  void whatIsMadeInTheSameWayIsEqual() {
    haveAnEqualOfTheirOwnAlone(datasets(), datasets());
    haveAnEqualOfTheirOwnAlone(scalings(), scalings());
    haveAnEqualOfTheirOwnAlone(problems(), problems());
    haveAnEqualOfTheirOwnAlone(files(), files());
  }

  /** A set of them is searched in no time. */
  @Test
  void whatDiffersHasOtherHashCodes() {
    assertThat(scalings()).extracting(Object::hashCode).doesNotHaveDuplicates();
    assertThat(problems()).extracting(Object::hashCode).doesNotHaveDuplicates();
    assertThat(files()).extracting(Object::hashCode).doesNotHaveDuplicates();
    assertThat(new Dataset("a", SimpleMatrix.ones(1, 1), SimpleMatrix.ones(1, 1)))
        .doesNotHaveSameHashCodeAs(
            new Dataset("b", SimpleMatrix.ones(1, 1), SimpleMatrix.ones(1, 1)));
  }

  @Test
  void aScalingIsToldInWords() {
    Columns same = Columns.same(1);
    assertThat(new Scaling(same.plus(new double[] {-3}), same.times(new double[] {0.5})))
        .hasToString("inputs minus [3.0], over [1.0]; targets minus [0.0], over [2.0]");
  }
}
