package reluctant.diagnose;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleEVD;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.elementary.Gaussian;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.train.Gradient;
import reluctant.train.Loss;
import reluctant.train.Run;

/**
 * The hollow of the loss in which a training ended: what a descent without chance finds from there,
 * over all samples at once, and whether any small step leads farther down. What is not trained
 * stays where it is.
 *
 * <p>The descent is Newton's with a damping m, that of Levenberg and Marquardt, in the directions q
 * of the Hessian and against the gradient g in all of them: the step is the sum of -q (q g) / (|l|
 * + m), l the eigenvalue of q. It ends when no such step lowers the loss. Where the activations
 * have kinks that is often a fold of the loss, with a sample just on the kink of a unit: the
 * gradient is not 0 there and its derivatives say nothing, so that only small steps can tell
 * whether it is a minimum.
 *
 * @param bottom the network that the descent ended with
 * @param before the loss at the end of the training
 * @param loss the loss at the bottom
 * @param lowest the lowest loss that was met by steps of 1/1000 from there, in 100 directions
 */
public record Hollow(Network bottom, double before, double loss, double lowest) {

  public Hollow {
    Require.present("bottom", bottom);
    Require.finite("before", before);
    Require.finite("loss", loss);
    Require.finite("lowest", lowest);
  }

  /** A step that gains less than this share of the loss leads nowhere. */
  public static final double LEAST_GAIN = 1e-5;

  private static final int STEPS = 12;
  private static final int DIRECTIONS = 100;
  private static final double LENGTH = 1e-3;
  private static final double DIFFERENCE = 1e-6;
  private static final double LEAST_DAMPING = 1e-9;
  private static final double MOST_DAMPING = 1e6;

  /**
   * Goes down from where a training ended.
   *
   * @param run what a trial gave
   * @return the hollow that it ended in
   * @throws IllegalArgumentException if nothing of the network is trained
   */
  public static Hollow of(Run run) {
    Loss loss = Require.present("run", run).trial().fit().last().loss();
    Require.atLeast(
        "the number of trainable parameters", run.trial().model().trainablePlaces().length, 1);
    Dataset data = run.trial().dataset();
    Gradient here = Gradient.of(run.network(), loss, data);
    double before = here.loss();
    Network network = run.network();
    double damping = LENGTH;
    for (int step = 0; step < STEPS && damping < MOST_DAMPING; step++) {
      SimpleMatrix g = slopes(here, network.model());
      SimpleEVD<SimpleMatrix> hessian = hessian(network, g, loss, data).eig();
      boolean isLower = false;
      while (!isLower && damping < MOST_DAMPING) {
        Network next = moved(network, step(hessian, g, damping));
        Gradient there = Gradient.of(next, loss, data);
        isLower = there.loss() < here.loss();
        damping = isLower ? Math.max(damping / 10, LEAST_DAMPING) : damping * 10;
        network = isLower ? next : network;
        here = isLower ? there : here;
      }
    }
    return new Hollow(network, before, here.loss(), lowest(network, loss, data));
  }

  /** Whether no small step from the bottom lowers the loss by one part in 100,000 of it. */
  public boolean isMinimum() {
    return lowest > loss * (1 - LEAST_GAIN);
  }

  private static SimpleMatrix step(
      SimpleEVD<SimpleMatrix> hessian, SimpleMatrix g, double damping) {
    var step = new SimpleMatrix(g.getNumElements(), 1);
    for (int i = 0; i < hessian.getNumberOfEigenvalues(); i++) {
      SimpleMatrix q = hessian.getEigenVector(i);
      double curvature = Math.abs(hessian.getEigenvalue(i).getReal());
      step = step.minus(q.scale(q.dot(g) / (curvature + damping)));
    }
    return step;
  }

  /** By differences of the gradient, made symmetric. */
  private static SimpleMatrix hessian(Network network, SimpleMatrix g, Loss loss, Dataset data) {
    int count = g.getNumElements();
    var hessian = new SimpleMatrix(count, count);
    for (int i = 0; i < count; i++) {
      var aside = new SimpleMatrix(count, 1);
      aside.set(i, DIFFERENCE);
      SimpleMatrix there = slopes(Gradient.of(moved(network, aside), loss, data), network.model());
      hessian.setColumn(i, 0, there.minus(g).scale(1 / DIFFERENCE).getDDRM().data);
    }
    return hessian.plus(hessian.transpose()).scale(0.5);
  }

  private static double lowest(Network network, Loss loss, Dataset data) {
    UniformRandomProvider random = RandomStream.DATA.of(0);
    var normal = new Gaussian(random);
    int count = network.model().trainablePlaces().length;
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < DIRECTIONS; k++) {
      var direction = new double[count];
      Arrays.setAll(direction, i -> normal.sample());
      SimpleMatrix step = column(direction);
      Network there = moved(network, step.scale(LENGTH / step.normF()));
      lowest = Math.min(lowest, Gradient.of(there, loss, data).loss());
    }
    return lowest;
  }

  private static SimpleMatrix slopes(Gradient gradient, Sequential model) {
    double[] all = gradient.parameters();
    return column(IntStream.of(model.trainablePlaces()).mapToDouble(place -> all[place]).toArray());
  }

  private static SimpleMatrix column(double... values) {
    return new SimpleMatrix(values.length, 1, true, values);
  }

  private static Network moved(Network network, SimpleMatrix step) {
    double[] parameters = network.parameters();
    int[] places = network.model().trainablePlaces();
    for (int i = 0; i < places.length; i++) {
      parameters[places[i]] += step.get(i);
    }
    return new Network(network.model(), parameters);
  }

  /** Returns the losses, such as "loss 0.2113, at the bottom 0.2112, a minimum". */
  @Override
  public String toString() {
    return format(
        "loss %.4g, at the bottom %.4g, %s",
        before, loss, isMinimum() ? "a minimum" : "which is no minimum");
  }
}
