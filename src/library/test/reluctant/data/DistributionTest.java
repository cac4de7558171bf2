package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reluctant.nn.RandomStream;

class DistributionTest {

  static final List<Distribution> ALL =
      List.of(
          Distribution.NORMAL, Distribution.DISK, Distribution.SQUARE, Distribution.DISK_IN_RING);

  private static double[] distances(Distribution distribution, int points) {
    var drawn = new double[2 * points];
    distribution.fill(drawn, RandomStream.DATA.of(3));
    var distances = new double[points];
    Arrays.setAll(distances, i -> Math.hypot(drawn[2 * i], drawn[2 * i + 1]));
    return distances;
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void itsMomentsAreThoseOfItsPoints(Distribution distribution) {
    double[] r = distances(distribution, 100_000);
    double mean = Arrays.stream(r).average().orElseThrow();
    double square = Arrays.stream(r).map(each -> each * each).average().orElseThrow();
    assertThat(distribution.meanDistance()).isCloseTo(mean, within(0.01));
    assertThat(distribution.meanSquare()).isCloseTo(square, within(0.03));
    assertThat(distribution.variance()).isCloseTo(square - mean * mean, within(0.03));
  }

  @Test
  void pointsLieByTurnsInTheDiskAndInTheRing() {
    double[] r = distances(Distribution.DISK_IN_RING, 1000);
    for (int i = 0; i < r.length; i++) {
      assertThat(r[i]).isBetween(i % 2 == 0 ? 0.0 : 2.0, i % 2 == 0 ? 1.0 : 3.0);
    }
  }
}
