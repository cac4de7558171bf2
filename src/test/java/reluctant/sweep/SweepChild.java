package reluctant.sweep;

import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sweep in a JVM of its own, which can be killed. */
public final class SweepChild {

  private SweepChild() {}

  static final Sweep IN_A_FILE = Sweep.of(trial(1)).seeds(0, 20_000).threads(2);
  static final Sweep LONG = Sweep.of(tiny()).seeds(0, 1_000_000).threads(2);

  /** Starts it, with what stands before the command of the JVM. */
  static Process start(List<String> before, String option, String argument) throws IOException {
    var command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:-UsePerfData", option, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SweepChild.class.getName(), argument));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Runs the long sweep, or that in a file. Says "going" when it is under way. */
  public static void main(String[] args) {
    try {
      Sweep sweep = args[0].equals("long") ? LONG : IN_A_FILE.file(Path.of(args[0]));
      var outcomes = sweep.outcomes(Trials::fingerprint).run(SweepChild::tell);
      System.out.println(outcomes);
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
    }
  }

  private static void tell(long done, long total) {
    if (done == 2_000) {
      System.out.println("going");
    }
  }
}
