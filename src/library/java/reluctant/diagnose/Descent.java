package reluctant.diagnose;

import java.util.ArrayList;
import java.util.List;
import reluctant.Require;
import reluctant.nn.Network;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * The way of a trial through the space of its parameters.
 *
 * @param run what the trial gave
 * @param stops where it was after each of some epochs
 */
public record Descent(Run run, List<Stop> stops) {

  /**
   * Where a trial was.
   *
   * @param epoch after how many epochs, 0 for the start
   * @param network the network then
   */
  public record Stop(int epoch, Network network) {

    public Stop {
      Require.atLeast("epoch", epoch, 0);
      Require.present("network", network);
    }

    /** Returns the place, the network's numbers. */
    public double[] parameters() {
      return network.parameters();
    }
  }

  public Descent {
    Require.present("run", run);
    stops = List.copyOf(Require.each("stops", stops));
  }

  /**
   * Runs a trial and looks at it more and more rarely: after 0, 1, 2, 4, 7, 11, 17 .. epochs.
   *
   * @param trial what is run
   * @return its way. Trials of the same number of epochs have the same stops, unless they diverge.
   */
  public static Descent of(Trial trial) {
    Require.present("trial", trial);
    var stops = new ArrayList<Stop>();
    stops.add(new Stop(0, trial.initial()));
    Run run =
        trial.run(
            epoch -> {
              int last = stops.get(stops.size() - 1).epoch();
              if (epoch.number() >= last + 1 + last / 2 || epoch.number() == epoch.epochs()) {
                stops.add(new Stop(epoch.number(), epoch.network()));
              }
            });
    return new Descent(run, stops);
  }

  /**
   * Runs a trial with several seeds, one after the other.
   *
   * @param trial what is repeated; its own seed does not matter
   * @param firstSeed the first seed
   * @param seeds how many seeds, at least 1
   * @return their ways, fewer if the thread was interrupted
   */
  public static List<Descent> ofSeeds(Trial trial, long firstSeed, int seeds) {
    Require.present("trial", trial);
    Require.atLeast("seeds", seeds, 1);
    var descents = new ArrayList<Descent>();
    for (int i = 0; i < seeds && !Thread.currentThread().isInterrupted(); i++) {
      descents.add(of(trial.seed(firstSeed + i)));
    }
    return descents;
  }

  /**
   * Returns where the trial was at a time.
   *
   * @param epoch after how many epochs
   * @return the last stop that is not later
   */
  public Stop at(int epoch) {
    Require.atLeast("epoch", epoch, 0);
    return stops.stream().filter(stop -> stop.epoch() <= epoch).reduce((a, b) -> b).orElseThrow();
  }
}
