package reluctant.pyramid;

import static reluctant.Text.format;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;

/**
 * The straight pieces of networks 2 -> H (relu) -> 1, found by looking at many of them. Within a
 * piece no unit begins or ends, and H lines cut the plane into at most 1 + H + H (H - 1) / 2.
 *
 * @param most the largest number of pieces that was met over the square from -2 to 2
 * @param possible how many there can be
 * @param bentWithin the largest |f(p - d) - 2 f(p) + f(p + d)| with all three points in one piece
 * @param bentAcross the largest one with the three in two pieces or more
 */
public record Pieces(int most, int possible, double bentWithin, double bentAcross) {
  private static final double LIMIT = 2;
  private static final int POINTS = 1000;
  private static final double STEP = 0.05;

  public Pieces {
    Require.finite("bentWithin", bentWithin);
    Require.finite("bentAcross", bentAcross);
  }

  /** What rounding may bend. */
  private static final double ROUNDING = 1e-12;

  /**
   * Looks at several starts of a model, at 1000 places each.
   *
   * @param model two inputs, one hidden layer, one output
   * @param networks how many starts, at least 1
   */
  public static Pieces of(Sequential model, int networks) {
    Require.present("model", model);
    Require.atLeast("networks", networks, 1);
    int most = 0;
    double within = 0;
    double across = 0;
    int units = 0;
    for (int seed = 0; seed < networks; seed++) {
      Network network = model.initialize(seed);
      SimpleMatrix places = places(RandomStream.DATA.of(seed));
      SimpleMatrix z = network.preActivations(0, places);
      SimpleMatrix f = network.predict(places);
      units = z.getNumCols();
      Set<String> patterns = new HashSet<>();
      for (int row = 0; row < places.getNumRows(); row += 3) {
        String pattern = pattern(z, row);
        patterns.add(pattern);
        boolean isOne = pattern.equals(pattern(z, row + 1)) && pattern.equals(pattern(z, row + 2));
        double bent = Math.abs(f.get(row + 1) - 2 * f.get(row) + f.get(row + 2));
        within = isOne ? Math.max(within, bent) : within;
        across = isOne ? across : Math.max(across, bent);
      }
      most = Math.max(most, patterns.size());
    }
    return new Pieces(most, 1 + units + units * (units - 1) / 2, within, across);
  }

  /** Says whether all pieces are straight, and the network is bent between them. */
  public boolean areStraight() {
    return bentWithin < ROUNDING && bentAcross > 1e6 * ROUNDING && most <= possible;
  }

  /** Three rows for each line: a place, and what lies a step before and behind it. */
  private static SimpleMatrix places(UniformRandomProvider random) {
    var places = new SimpleMatrix(3 * POINTS, 2);
    for (int row = 0; row < places.getNumRows(); row += 3) {
      double x1 = LIMIT * (2 * random.nextDouble() - 1);
      double x2 = LIMIT * (2 * random.nextDouble() - 1);
      double step1 = STEP * (2 * random.nextDouble() - 1);
      double step2 = STEP * (2 * random.nextDouble() - 1);
      places.setRow(row, 0, x1, x2);
      places.setRow(row + 1, 0, x1 - step1, x2 - step2);
      places.setRow(row + 2, 0, x1 + step1, x2 + step2);
    }
    return places;
  }

  /** Which units are active at a place. */
  private static String pattern(SimpleMatrix z, int row) {
    var pattern = new StringBuilder();
    for (int unit = 0; unit < z.getNumCols(); unit++) {
      pattern.append(z.get(row, unit) > 0 ? '1' : '0');
    }
    return pattern.toString();
  }

  /** Returns the numbers in a sentence. */
  @Override
  public String toString() {
    return format(
        "at most %d pieces of %d possible ones, bent by at most %.1e within and %.2f across",
        most, possible, bentWithin, bentAcross);
  }
}
