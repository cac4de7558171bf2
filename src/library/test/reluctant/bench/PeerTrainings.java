package reluctant.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.examples.Halves;
import reluctant.nn.Network;
import reluctant.train.Trial;

/**
 * Trains many networks on |x| with one library, as {@link Job#ABSOLUTE_1_2_1} has it, and prints as
 * JSON how many, in how many seconds, and how many of them learnt both halves.
 */
public final class PeerTrainings {

  private static final Trial TRIAL = Job.absoluteValue(2);
  private static final SimpleMatrix X = TRIAL.dataset().inputs();
  private static final SimpleMatrix Y = TRIAL.dataset().targets();
  private static final int SAMPLES = X.getNumRows();
  private static final int BATCH = TRIAL.fit().batchSize();
  private static final double LEARNING_RATE = 0.001;
  private static final double LARGEST_SHARE_OF_ERROR = 0.01;
  private static final long WARM_UP_NANOS = 5_000_000_000L;

  private PeerTrainings() {}

  /**
   * Trains until the JVM is warm, and then the seeds from 0 on against the clock.
   *
   * @param arguments the library (reluctant, simpleMatrix or encog), how many networks and, for
   *     ours, on how many threads
   */
  public static void main(String[] arguments) {
    int nets = Integer.parseInt(arguments[1]);
    Training training =
        switch (arguments[0]) {
          case "reluctant" -> {
            int threads = Integer.parseInt(arguments[2]);
            yield seeds -> Job.halves(2, seeds, threads).count(Halves.BOTH);
          }
          case "simpleMatrix" -> seeds -> countEach(seeds, PeerTrainings::simpleMatrix);
          case "encog" -> seeds -> countEach(seeds, PeerTrainings::encog);
          default -> throw new IllegalArgumentException("no such library: " + arguments[0]);
        };
    measure(training, nets);
  }

  /** Trains the seeds from 0 on and counts those that learn both halves. */
  private interface Training {
    long countBoth(int seeds);
  }

  private static void measure(Training training, int nets) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < WARM_UP_NANOS) {
      training.countBoth(Math.max(1, nets / 8)); // Few enough to end soon, in whole blocks.
    }
    begin = System.nanoTime();
    long both = training.countBoth(nets);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT, "{\"nets\": %d, \"seconds\": %.4f, \"both\": %d}%n", nets, seconds, both);
  }

  private static long countEach(int seeds, LongFunction<double[]> training) {
    return LongStream.range(0, seeds).mapToObj(training).filter(PeerTrainings::learntBoth).count();
  }

  private static double[] simpleMatrix(long seed) {
    var trainer = new SimpleMatrixTrainer(TRIAL.seed(seed).initial(), LEARNING_RATE);
    List<Integer> all = IntStream.range(0, SAMPLES).boxed().toList();
    train(all, seed, rows -> trainer.step(rows(X, rows), rows(Y, rows)));
    return new Network(TRIAL.model(), trainer.parameters()).predict(X).getDDRM().data;
  }

  private static double[] encog(long seed) {
    var trainer = new EncogTrainer(TRIAL.seed(seed).initial(), X, Y, LEARNING_RATE);
    train(trainer.samples(), seed, trainer::step);
    return trainer.predict(trainer.samples());
  }

  /** Takes all steps of the trial, the samples in a new order in each epoch. */
  private static <T> void train(List<T> samples, long seed, Consumer<List<T>> step) {
    var order = new ArrayList<>(samples);
    var random = new Random(seed);
    for (int epoch = 0; epoch < TRIAL.fit().epochs(); epoch++) {
      Collections.shuffle(order, random);
      for (int first = 0; first < SAMPLES; first += BATCH) {
        step.accept(order.subList(first, Math.min(first + BATCH, SAMPLES)));
      }
    }
  }

  /** Says what {@link Halves#of} says, of outputs alone: the samples go from left to right. */
  private static boolean learntBoth(double[] outputs) {
    return learnt(outputs, 0, SAMPLES / 2) && learnt(outputs, SAMPLES / 2, SAMPLES);
  }

  private static boolean learnt(double[] outputs, int from, int to) {
    double error = 0;
    double square = 0;
    for (int i = from; i < to; i++) {
      error += (outputs[i] - Y.get(i)) * (outputs[i] - Y.get(i));
      square += Y.get(i) * Y.get(i);
    }
    return error < LARGEST_SHARE_OF_ERROR * square;
  }

  private static SimpleMatrix rows(SimpleMatrix all, List<Integer> rows) {
    return new SimpleMatrix(rows.stream().mapToDouble(all::get).toArray());
  }
}
