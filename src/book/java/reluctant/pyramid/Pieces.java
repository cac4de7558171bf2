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
      units = network.kernel(0).getNumCols();
      Set<String> patterns = new HashSet<>();
      for (double[] line : lines(RandomStream.DATA.of(seed))) {
        String pattern = pattern(network, line[0], line[1]);
        patterns.add(pattern);
        boolean isOne =
            pattern.equals(pattern(network, line[0] - line[2], line[1] - line[3]))
                && pattern.equals(pattern(network, line[0] + line[2], line[1] + line[3]));
        double bent = bent(network, line);
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

  /** A place and a step from it, of each line. */
  private static double[][] lines(UniformRandomProvider random) {
    var lines = new double[POINTS][4];
    for (double[] line : lines) {
      for (int i = 0; i < 4; i++) {
        line[i] = (i < 2 ? LIMIT : STEP) * (2 * random.nextDouble() - 1);
      }
    }
    return lines;
  }

  /** Which units are active. */
  private static String pattern(Network network, double x1, double x2) {
    SimpleMatrix z = network.preActivations(0, new SimpleMatrix(1, 2, true, x1, x2));
    var pattern = new StringBuilder();
    for (int unit = 0; unit < z.getNumElements(); unit++) {
      pattern.append(z.get(unit) > 0 ? '1' : '0');
    }
    return pattern.toString();
  }

  private static double bent(Network network, double... line) {
    double before = network.predict(line[0] - line[2], line[1] - line[3])[0];
    double here = network.predict(line[0], line[1])[0];
    double after = network.predict(line[0] + line[2], line[1] + line[3])[0];
    return Math.abs(before - 2 * here + after);
  }

  /** Returns the numbers in a sentence. */
  @Override
  public String toString() {
    return format(
        "at most %d pieces of %d possible ones, bent by at most %.1e within and %.2f across",
        most, possible, bentWithin, bentAcross);
  }
}
