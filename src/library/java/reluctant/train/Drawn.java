package reluctant.train;

import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.RandomStream;

/** Problems drawn once, for data that are the same for all seeds, such as validation data. */
public final class Drawn {

  private Drawn() {}

  /**
   * Draws a problem as the trial of a seed would.
   *
   * @param problem what is drawn
   * @param seed any number
   * @return the samples, which print themselves as the Java that draws them
   */
  public static Dataset of(Problem problem, long seed) {
    Require.present("problem", problem);
    String java = "Drawn.of(" + problem + ", " + seed + "L)";
    return problem.draw(RandomStream.DATA.of(seed)).named(java);
  }
}
