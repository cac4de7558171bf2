package reluctant.pyramid;

import static reluctant.Text.format;
import static reluctant.data.Problems.euclideanDistance;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.diagnose.Silence;
import reluctant.diagnose.Units;
import reluctant.sweep.Rate;
import reluctant.sweep.Rule;
import reluctant.train.Fit;
import reluctant.train.Gradient;
import reluctant.train.Run;

/**
 * What becomes of units that are zero on every sample at the end of a training on the Euclidean
 * distance, when it goes on with samples of which each is new: {@link Waking#AWAKE} if one is
 * active then on some of the samples that it was silent on.
 *
 * @param epochs how many times as many new samples as the training had, at least 1
 * @param times how many times as far from the origin they lie, above 0
 * @param layer the index of the units' Dense layer, from 0
 */
public record FreshSamples(int epochs, double times, int layer) implements Rule<Waking> {

  public FreshSamples {
    Require.atLeast("epochs", epochs, 1);
    Require.positive("times", times);
    Require.atLeast("layer", layer, 0);
  }

  /**
   * Follows the units of the first layer with samples of the same kind.
   *
   * @param epochs how many times as many new samples as the training had, at least 1
   */
  public static FreshSamples of(int epochs) {
    return new FreshSamples(epochs, 1, 0);
  }

  /**
   * The same with samples that lie farther out.
   *
   * @param times how many times as far from the origin, above 0
   */
  public FreshSamples farther(double times) {
    return new FreshSamples(epochs, times, layer);
  }

  /**
   * The same for the units of another layer.
   *
   * @param layer the index of a Dense layer, from 0
   */
  public FreshSamples inLayer(int layer) {
    return new FreshSamples(epochs, times, layer);
  }

  /**
   * Looks which way samples push the units of the first layer that were zero on every sample of
   * their training.
   *
   * @param runs what trials gave, of one hidden layer or more
   * @param samples others than those of the training
   * @return of all that reach such a unit, one by one, those by which a descent lowers it
   */
  public static Rate outwards(List<Run> runs, Dataset samples) {
    Require.present("samples", samples);
    Rate all = new Rate(0, 0);
    for (Run run : Require.each("runs", runs)) {
      Units units = Units.of(run);
      if (units.dead(Double.MIN_VALUE) > 0) {
        SimpleMatrix slopes =
            Gradient.of(run.network(), run.trial().fit().last().loss(), samples).delta(0);
        for (int unit = 0; unit < units.count(); unit++) {
          all = units.active(unit) > 0 ? all : all.plus(falling(slopes.getColumn(unit)));
        }
      }
    }
    return all;
  }

  /** Of the slopes that are not 0 the share above 0. */
  private static Rate falling(SimpleMatrix slopes) {
    double[] each = slopes.getDDRM().data;
    long pushed = DoubleStream.of(each).filter(slope -> slope != 0).count();
    return new Rate(DoubleStream.of(each).filter(slope -> slope > 0).count(), pushed);
  }

  @Override
  public Waking of(Run run) {
    Fit fit = Require.present("run", run).trial().fit().last();
    int samples = run.trial().data().samples();
    int size = Math.min(fit.batchSize(), samples);
    int steps = Math.toIntExact((long) epochs * samples / size);
    var batch = new Farther(euclideanDistance(size, Shape.distribution(run)), times);
    Silence after = Silence.afterFresh(List.of(run), layer, fit, batch, steps);
    if (after.silent() == 0) {
      return Waking.NONE_SILENT;
    }
    return after.awake() > 0 ? Waking.AWAKE : Waking.ASLEEP;
  }

  @Override
  public String name() {
    return format(
        "silent units of layer %d after %d fresh epochs, %s times as far", layer, epochs, times);
  }

  /** Points in another scale, and their distances with them. */
  private record Farther(Problem points, double times) implements Problem {
    @Override
    public int samples() {
      return points.samples();
    }

    @Override
    public int features() {
      return points.features();
    }

    @Override
    public int outputs() {
      return points.outputs();
    }

    @Override
    public Dataset draw(UniformRandomProvider random) {
      Dataset drawn = points.draw(random);
      return new Dataset(drawn.name(), drawn.inputs().scale(times), drawn.targets().scale(times));
    }
  }
}
