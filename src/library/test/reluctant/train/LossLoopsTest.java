package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Networks side by side have the sums and slopes that each has by itself. */
class LossLoopsTest {

  static final Loss[] LOSSES = {
    Loss.MSE, Loss.CATEGORICAL_CROSSENTROPY, Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS
  };

  /** Two samples of three outputs. */
  private static final double[] Y = {0, 1, 0, 1, 0, 0};

  private static final double[] FIRST = {0.1, 0.7, 0.2, 0.3, 0.3, 0.4};
  private static final double[] SECOND = {0.5, 0.2, 0.3, 0.8, 0.1, 0.1};

  private static double[] besideEachOther(double[] first, double[] second) {
    var both = new double[2 * first.length];
    Arrays.setAll(both, i -> i % 2 == 0 ? first[i / 2] : second[i / 2]);
    return both;
  }

  private static double[] slopes(Loss loss, double[] p) {
    var slopes = new double[p.length];
    LossLoops.slopes(loss, Y, p, p.length, 3, 1, slopes);
    return slopes;
  }

  @ParameterizedTest
  @FieldSource("LOSSES")
  void sumsAreAddedToThoseOfEarlierBatches(Loss loss) {
    double[] sums = {99, 0, 0, 99};
    double[] p = besideEachOther(FIRST, SECOND);
    LossLoops.add(loss, besideEachOther(Y, Y), p, p.length, 3, 2, sums, 1);
    double first = LossLoops.sum(loss, Y, FIRST, 2, 3);
    double second = LossLoops.sum(loss, Y, SECOND, 2, 3);
    assertThat(sums).containsExactly(99, first, second, 99);
    assertThat(first).isNotEqualTo(second);
    LossLoops.add(loss, besideEachOther(Y, Y), p, p.length, 3, 2, sums, 0);
    assertThat(sums[0]).isCloseTo(99 + first, within(1e-12));
  }

  @ParameterizedTest
  @FieldSource("LOSSES")
  void slopesAreThoseOfEach(Loss loss) {
    double[] p = besideEachOther(FIRST, SECOND);
    var slopes = new double[p.length];
    LossLoops.slopes(loss, besideEachOther(Y, Y), p, p.length, 3, 2, slopes);
    assertThat(slopes).containsExactly(besideEachOther(slopes(loss, FIRST), slopes(loss, SECOND)));
  }
}
