package reluctant.sweep;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.EarlyStopping;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

/**
 * In a JVM with little memory: trains shapes from far too small to far too large, alone and in a
 * sweep, and prints for each what became of it.
 */
final class MemoryChild {

  private static final Pattern SENTENCE =
      Pattern.compile(
          "(threads|batchSize|samples|the model's parameters) must be at most (\\d+) to fit into the"
              + " \\d+ MB of this Java, use (?:fewer|smaller batches|fewer units) or start it with"
              + " more \\(-Xmx\\)\\. Received: \\d+");

  private MemoryChild() {}

  /** Whether other data are measured, and the best network is kept. */
  private static boolean isWatched;

  public static void main(String[] arguments) {
    isWatched = arguments[2].equals("watched");
    var random = new Random(Long.parseLong(arguments[0]));
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      int units = upTo(random, 21);
      int batch = 1 + upTo(random, 12);
      boolean deep = units < 3000 && random.nextBoolean();
      Trial trial = trial(units, batch, deep);
      System.out.println(outcome(trial, random.nextInt(3)) + " " + units + " x " + batch);
    }
    for (int units : new int[] {300_000, 1_048_577}) {
      for (int threads = 0; threads < 3; threads++) {
        System.out.println(outcome(trial(units, 1000, false), threads) + " " + units + " x 1000");
      }
    }
    for (int samples = 3000; samples < 10_000_000; samples *= 3) {
      for (int threads = 0; threads < 3; threads++) {
        System.out.println(outcome(drawn(samples), threads) + " drawn " + samples);
      }
    }
  }

  private static int upTo(Random random, int bits) {
    return (int) Math.pow(2, bits * random.nextDouble());
  }

  private static Trial trial(int units, int batch, boolean deep) {
    List<Layer> layers = new ArrayList<>(List.of(new Dense(units, RELU), new Dense(1)));
    if (deep) {
      layers.add(1, new Dense(units, RELU));
    }
    Fit fit = new Fit(new Adam(), Loss.MSE, 1, batch);
    if (isWatched) {
      fit = fit.earlyStopping(new EarlyStopping(1)).validationData(absoluteValue(1000, 1));
    }
    return new Trial(new Sequential(1, layers), absoluteValue(batch, 1), fit, 0);
  }

  private static Trial drawn(int samples) {
    return new Trial(
        Sequential.of(2, new Dense(2, RELU), new Dense(1)),
        xor(samples, 0.1),
        new Fit(new Adam(), Loss.MSE, 1, 100),
        0);
  }

  /** Trains by so many threads of a sweep, or alone if there are none. */
  private static void train(Trial trial, int threads) {
    if (threads == 0) {
      trial.run();
    } else {
      Sweep.of(trial).seeds(0, 2).threads(threads).outcomes(run -> true).run();
    }
  }

  private static String outcome(Trial trial, int threads) {
    try {
      train(trial, threads);
      return "trained";
    } catch (IllegalArgumentException refused) {
      return retried(trial, threads, String.valueOf(refused.getMessage()));
    } catch (Throwable failure) {
      return "FAILED by " + failure;
    }
  }

  /** A deep one of u units has u^2 + 4 u + 1 parameters, another one 3 u + 1. */
  private static Trial ofParameters(int most, boolean isDeep) {
    int units = isDeep ? (int) Math.sqrt(most + 3.0) - 2 : (most - 1) / 3;
    Trial trial = trial(units, 2, isDeep);
    return trial.fit(trial.fit().batchSize(1));
  }

  /** What would fit is told, and fits. */
  private static String retried(Trial trial, int threads, String message) {
    Matcher told = SENTENCE.matcher(message);
    if (!told.matches()) {
      return "FAILED with " + message;
    }
    int most = Integer.parseInt(told.group(2));
    boolean isDeep = trial.model().layers().size() == 3;
    try {
      switch (told.group(1)) {
        case "threads" -> train(trial, most);
        case "samples" -> train(drawn(most), Math.min(threads, 1));
        case "batchSize" -> train(trial.fit(trial.fit().batchSize(most)), Math.min(threads, 1));
        case "the model's parameters" -> train(ofParameters(most, isDeep), Math.min(threads, 1));
        default -> throw new AssertionError(message);
      }
      return "refused for " + told.group(1);
    } catch (Throwable failure) {
      return "FAILED after " + message + " by " + failure;
    }
  }
}
