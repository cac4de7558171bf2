package reluctant.absolute;

import java.util.Comparator;
import reluctant.Require;
import reluctant.train.Run;

/**
 * Which halves of |x| a network was foretold to learn, and which it learnt.
 *
 * <pre>{@code
 * var forecasts = Sweep.of(trial).seeds(0, 2000).outcomes(Forecast::of).run();
 * forecasts.by(Forecast::cameTrue).rate(true)
 * }</pre>
 *
 * @param foretold by the initial numbers: the halves that have a unit that lives
 * @param learnt after training, see {@link Halves#of}
 */
public record Forecast(Halves foretold, Halves learnt) implements Comparable<Forecast> {

  private static final Comparator<Forecast> ORDER =
      Comparator.comparing(Forecast::foretold).thenComparing(Forecast::learnt);

  public Forecast {
    Require.present("foretold", foretold);
    Require.present("learnt", learnt);
  }

  /**
   * Looks at a run's first and last numbers.
   *
   * @param run what a trial 1 -> units (relu) -> 1 on |x| gave
   * @return what was foretold of it and what it learnt
   * @throws IllegalArgumentException if the network has another shape
   */
  public static Forecast of(Run run) {
    Halves learnt = Halves.of(run);
    return new Forecast(Halves.foretold(run.trial().initial()), learnt);
  }

  /**
   * Says whether just what was foretold of a run was learnt.
   *
   * @param run what a trial 1 -> units (relu) -> 1 on |x| gave
   */
  public static boolean cameTrueOf(Run run) {
    return of(run).cameTrue();
  }

  /** Says whether just what was foretold was learnt. */
  public boolean cameTrue() {
    return foretold == learnt;
  }

  @Override
  public int compareTo(Forecast other) {
    return ORDER.compare(this, other);
  }
}
