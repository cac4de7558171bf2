package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Networks side by side have the numbers that each has by itself. */
class SoftmaxLoopsTest {

  private static final double[] FIRST = {1, 2, 3, -1, 0, 1};
  private static final double[] SECOND = {5, 5, 6, 0.5, -7, 0};

  private static double[] besideEachOther(double[] first, double[] second) {
    var both = new double[2 * first.length];
    Arrays.setAll(both, i -> i % 2 == 0 ? first[i / 2] : second[i / 2]);
    return both;
  }

  private static double[] softmax(double[] z) {
    var h = new double[z.length];
    SoftmaxLoops.forward(z, h, 2, 3, 1);
    return h;
  }

  private static double[] backward(double[] h, double[] delta) {
    double[] changed = delta.clone();
    SoftmaxLoops.backward(h, changed, 2, 3, 1);
    return changed;
  }

  @Test
  void theyGoForward() {
    var h = new double[12];
    SoftmaxLoops.forward(besideEachOther(FIRST, SECOND), h, 2, 3, 2);
    assertThat(h).containsExactly(besideEachOther(softmax(FIRST), softmax(SECOND)));
  }

  @Test
  void theyGoBackward() {
    double[] h = besideEachOther(softmax(FIRST), softmax(SECOND));
    double[] delta = besideEachOther(SECOND, FIRST);
    SoftmaxLoops.backward(h, delta, 2, 3, 2);
    assertThat(delta)
        .containsExactly(
            besideEachOther(backward(softmax(FIRST), SECOND), backward(softmax(SECOND), FIRST)));
  }

  @Test
  void eachRowHasItsDerivative() {
    double[] delta = {1, 2, 4, -4, 8, 8};
    SoftmaxLoops.backward(new double[] {0.5, 0.25, 0.25, 0.25, 0.5, 0.25}, delta, 2, 3, 1);
    assertThat(delta).containsExactly(-0.5, 0, 0.5, -2.25, 1.5, 0.75);
  }

  @Test
  void theLargestIsLookedForInOneNetwork() {
    double[] both = besideEachOther(FIRST, SECOND);
    assertThat(SoftmaxLoops.largest(both, 0, 6, 2)).isEqualTo(3);
    assertThat(SoftmaxLoops.largest(both, 1, 7, 2)).isEqualTo(6);
    assertThat(SoftmaxLoops.largest(both, 6, 12, 2)).isEqualTo(1);
  }
}
