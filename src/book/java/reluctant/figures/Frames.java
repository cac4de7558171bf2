package reluctant.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import reluctant.Require;
import reluctant.elementary.Elementary;
import reluctant.nn.Network;
import reluctant.train.Epoch;
import reluctant.train.Trial;

/** The networks of a training that an animation shows: the first epochs closely, later ones not. */
public final class Frames {

  /** A network at its moment. */
  public record Moment(String name, Network network) {

    public Moment {
      Require.present("name", name);
      Require.present("network", network);
    }
  }

  private Frames() {}

  /** The start, then up to as many epochs, spaced by equal factors, from the first to the last. */
  public static List<Moment> of(Trial trial, List<Epoch> epochs, int most) {
    Require.atLeast("the number of epochs", Require.each("epochs", epochs).size(), 1);
    var chosen = new TreeSet<Integer>();
    for (int i = 0; i < most; i++) {
      double factor = Elementary.pow(epochs.size(), (double) i / (most - 1));
      chosen.add((int) Math.round(factor) - 1);
    }
    var moments = new ArrayList<Moment>();
    moments.add(new Moment("start", trial.initial()));
    for (int index : chosen) {
      Epoch epoch = epochs.get(index);
      moments.add(new Moment("epoch " + epoch.number(), epoch.network()));
    }
    return moments;
  }
}
