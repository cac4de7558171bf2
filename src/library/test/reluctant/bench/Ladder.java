package reluctant.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Scanner;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.SGD;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.ProgressListener;
import reluctant.train.Trial;

/**
 * Sweeps of one shape of the ladder that {@code ./workbook bench --peers} measures, whenever it is
 * asked: each line that it reads says whose data the networks learn, {@code shared} or {@code own},
 * and how many networks there are. It answers with the seconds that went by and those of all cores.
 * It ends with its input, and so the JVM stays warm between questions while others are measured.
 */
public final class Ladder {

  private static final int BATCH = 32;

  private final Trial shared;
  private final Trial own;
  private final int threads;

  private Ladder(Trial own, int threads) {
    this.own = own;
    this.threads = threads;
    shared = own.data(own.dataset());
  }

  /**
   * Answers until there are no more questions.
   *
   * @param arguments the widths, inputs first, as in 2-3-1; relu, tanh or sigmoid; adam, rmsprop or
   *     sgd; the samples; the epochs; the threads
   */
  public static void main(String[] arguments) {
    int samples = Integer.parseInt(arguments[3]);
    Sequential model = model(arguments[0], activation(arguments[1]));
    var fit = new Fit(optimizer(arguments[2]), Loss.MSE, Integer.parseInt(arguments[4]), BATCH);
    Problem data = new Distances(samples, model.inputs(), model.outputs());
    var ladder =
        new Ladder(new Trial(model, data, fit.shuffle(false), 0), Integer.parseInt(arguments[5]));
    var questions = new Scanner(System.in, StandardCharsets.US_ASCII);
    while (questions.hasNext()) {
      boolean ownData = questions.next().equals("own");
      ladder.answer(ownData, Integer.parseInt(questions.next()));
    }
  }

  private void answer(boolean ownData, int nets) {
    var sweep = Sweep.of(ownData ? own : shared).seeds(0, nets).threads(threads);
    long cpu = cpuNanos();
    long begin = System.nanoTime();
    var counted =
        sweep
            .outcomes(run -> Double.isFinite(run.history().finalLoss()))
            .run(ProgressListener.NONE);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"nets\": %d, \"seconds\": %.6f, \"cpu\": %.6f, \"finite\": %d}%n",
        nets,
        seconds,
        (cpuNanos() - cpu) / 1e9,
        counted.count(true));
  }

  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }

  private static Sequential model(String shape, Activation activation) {
    int[] widths = Arrays.stream(shape.split("-", -1)).mapToInt(Integer::parseInt).toArray();
    var layers = new ArrayList<Layer>();
    for (int i = 1; i < widths.length - 1; i++) {
      layers.add(new Dense(widths[i], activation));
    }
    layers.add(new Dense(widths[widths.length - 1]));
    return Sequential.of(widths[0], layers.toArray(Layer[]::new));
  }

  private static Activation activation(String name) {
    return switch (name) {
      case "relu" -> Activation.RELU;
      case "tanh" -> Activation.TANH;
      case "sigmoid" -> Activation.SIGMOID;
      default -> throw new IllegalArgumentException("no such activation: " + name);
    };
  }

  private static Optimizer optimizer(String name) {
    return switch (name) {
      case "adam" -> new Adam();
      case "rmsprop" -> new RMSprop();
      case "sgd" -> new SGD();
      default -> throw new IllegalArgumentException("no such optimizer: " + name);
    };
  }
}
