package reluctant.diagnose;

import static reluctant.Text.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.train.Fit;
import reluctant.train.Gradient;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trainer;

/**
 * Units that are zero on every sample of their training, and what becomes of them.
 *
 * @param silent how many units were zero on every sample
 * @param awake how many of these are active on some sample later, or elsewhere
 * @param farthest the largest change of any of their weights, 0 if time has not passed
 */
public record Silence(long silent, long awake, double farthest) {

  private static final Silence NONE = new Silence(0, 0, 0);

  public Silence {
    if (awake < 0 || awake > silent) {
      throw Require.refusal(
          format(
              "silent and awake must be 0 <= awake <= silent. Received: %d and %d", silent, awake));
    }
  }

  /**
   * Follows the silent units of some runs to a later epoch.
   *
   * @param before runs of some trials
   * @param after the same seeds with more epochs, in the same order
   * @param layer the index of a Dense layer, from 0
   * @return the units that were silent before, those of them active on some sample after, and how
   *     far their kernel moved
   * @throws IllegalArgumentException unless the runs have the same seeds
   */
  public static Silence later(List<Run> before, List<Run> after, int layer) {
    requireSameSeeds(before, after);
    Silence all = NONE;
    for (int i = 0; i < before.size(); i++) {
      SimpleMatrix x = before.get(i).trial().dataset().inputs();
      all = all.plus(compare(before.get(i).network(), x, after.get(i).network(), x, layer));
    }
    return all;
  }

  /**
   * Finds a run in which a silent unit came back.
   *
   * @param before runs of some trials
   * @param after the same seeds with more epochs, in the same order
   * @param layer the index of a Dense layer, from 0
   * @return the first of the later runs in which a unit is awake that was silent before, or nothing
   * @throws IllegalArgumentException unless the runs have the same seeds
   */
  public static Optional<Run> risen(List<Run> before, List<Run> after, int layer) {
    requireSameSeeds(before, after);
    return IntStream.range(0, after.size())
        .filter(i -> later(List.of(before.get(i)), List.of(after.get(i)), layer).awake() > 0)
        .mapToObj(after::get)
        .findFirst();
  }

  /**
   * Shows the silent units of some runs samples that they were not trained with.
   *
   * @param runs runs of some trials
   * @param layer the index of a Dense layer, from 0
   * @param others samples (any number x inputs)
   * @return the units that are silent on what they learnt from, and those of them active on some of
   *     the others
   */
  public static Silence elsewhere(List<Run> runs, int layer, SimpleMatrix others) {
    Require.each("runs", runs);
    Require.present("others", others);
    Silence all = NONE;
    for (Run run : runs) {
      SimpleMatrix x = run.trial().dataset().inputs();
      all = all.plus(compare(run.network(), x, run.network(), others, layer));
    }
    return all;
  }

  /**
   * Looks for a slope of the loss at the silent units of a hidden layer, on what a run learnt from.
   *
   * @param run what a trial gave
   * @param layer the index of a Dense layer that another one follows, from 0
   * @param loss what is differentiated
   * @return the largest |dL/dp| of all weights, biases and weights of the next layer that belong to
   *     units that are zero on every sample; 0 if there are none
   */
  public static double steepest(Run run, int layer, Loss loss) {
    Dataset data = Require.present("run", run).trial().dataset();
    Require.present("loss", loss);
    Require.index("layer", layer, run.network().model().layers().size() - 1);
    Units units = Units.of(run.network(), layer, data.inputs());
    if (!hasSilent(units)) {
      return 0;
    }
    Gradient gradient = Gradient.of(run.network(), loss, data);
    double steepest = 0;
    for (int unit = 0; unit < units.count(); unit++) {
      if (units.active(unit) == 0) {
        double in = gradient.kernel(layer).getColumn(unit).elementMaxAbs();
        double out = gradient.kernel(layer + 1).getRow(unit).elementMaxAbs();
        double bias = Math.abs(gradient.bias(layer).get(unit));
        steepest = Math.max(steepest, Math.max(bias, Math.max(in, out)));
      }
    }
    return steepest;
  }

  /**
   * Trains some runs on, with samples that are drawn anew for each step, and sees which of their
   * silent units come back to the samples that they were silent on.
   *
   * @param runs runs of some trials
   * @param layer the index of a Dense layer, from 0
   * @param fit the loss and the optimizer, which begins anew
   * @param batch what draws the samples of a step
   * @param steps how many
   * @return the units that are silent on what they learnt from, those of them active on some of it
   *     after, and how far their kernel moved
   */
  public static Silence afterFresh(List<Run> runs, int layer, Fit fit, Problem batch, int steps) {
    Require.present("fit", fit);
    Require.present("batch", batch);
    Require.atLeast("steps", steps, 1);
    Silence all = NONE;
    for (Run run : Require.each("runs", runs)) {
      all = all.plus(afterFresh(run, layer, fit, batch, steps));
    }
    return all;
  }

  private static Silence afterFresh(Run run, int layer, Fit fit, Problem batch, int steps) {
    SimpleMatrix x = run.trial().dataset().inputs();
    if (!hasSilent(Units.of(run.network(), layer, x))) {
      return NONE;
    }
    return compare(run.network(), x, trainedOn(run, fit, batch, steps), x, layer);
  }

  private static Network trainedOn(Run run, Fit fit, Problem batch, int steps) {
    var trainer = new Trainer(run.network(), fit);
    var random = RandomStream.DATA.of(~run.trial().seed());
    for (int step = 0; step < steps; step++) {
      Dataset fresh = batch.draw(random);
      trainer.step(fresh.inputs().getDDRM(), fresh.targets().getDDRM());
    }
    return trainer.network();
  }

  private static Silence compare(
      Network network, SimpleMatrix x, Network other, SimpleMatrix others, int layer) {
    Units units = Units.of(network, layer, x);
    if (!hasSilent(units)) {
      return NONE;
    }
    Units now = Units.of(other, layer, others);
    SimpleMatrix moved = other.kernel(layer).minus(network.kernel(layer));
    Silence all = NONE;
    for (int unit = 0; unit < units.count(); unit++) {
      if (units.active(unit) == 0) {
        double farthest = moved.getColumn(unit).elementMaxAbs();
        all = all.plus(new Silence(1, now.active(unit) > 0 ? 1 : 0, farthest));
      }
    }
    return all;
  }

  private static boolean hasSilent(Units units) {
    for (int unit = 0; unit < units.count(); unit++) {
      if (units.active(unit) == 0) {
        return true;
      }
    }
    return false;
  }

  private static void requireSameSeeds(List<Run> before, List<Run> after) {
    var first = Require.each("before", before).stream().map(run -> run.trial().seed()).toList();
    var second = Require.each("after", after).stream().map(run -> run.trial().seed()).toList();
    if (!first.equals(second)) {
      throw Require.refusal(
          format(
              "before and after must have the same seeds in the same order. Received: %d and %d"
                  + " runs",
              first.size(), second.size()));
    }
  }

  private Silence plus(Silence other) {
    return new Silence(
        silent + other.silent, awake + other.awake, Math.max(farthest, other.farthest));
  }

  /** Returns the counts, such as "851 silent units, 0 of them awake, moved by at most 0.00022". */
  @Override
  public String toString() {
    return format(
        "%d silent units, %d of them awake, moved by at most %.2g", silent, awake, farthest);
  }
}
