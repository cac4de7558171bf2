package reluctant.sweep;

import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import reluctant.ChildJvm;

/** A sweep in a JVM of its own, which can be killed. */
public final class SweepChild {

  private SweepChild() {}

  static final Sweep IN_A_FILE = Sweep.of(trial(1)).seeds(0, 20_000).threads(2);
  static final Sweep LONG = Sweep.of(tiny()).seeds(0, 1_000_000).threads(2);

  /** Starts it, with what stands before the command of the JVM. */
  static Process start(List<String> before, String option, String... arguments) throws IOException {
    return ChildJvm.start(SweepChild.class, before, option, arguments);
  }

  /** Runs "long", or "file" in the file named next, or "waiting", which stays in the middle. */
  public static void main(String[] args) {
    try {
      Sweep sweep = args[0].equals("long") ? LONG : IN_A_FILE.file(Path.of(args[1]));
      boolean waits = args[0].equals("waiting");
      var outcomes =
          sweep
              .outcomes(Trials::fingerprint)
              .run((done, total) -> waitInTheMiddle(waits && done > total / 2));
      System.out.println(outcomes);
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
    }
  }

  private static void waitInTheMiddle(boolean here) {
    if (here) {
      System.out.println("waiting");
      LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
    }
  }
}
