package reluctant.sweep;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.ProgressListener;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Small trials, and rules that tell them apart. */
final class Trials {

  private Trials() {}

  static Trial trial(int epochs) {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    return new Trial(model, absoluteValue(40, 10), new Fit(new Adam(0.01), MSE, epochs, 8), 0);
  }

  /** The quickest to train: one sample, once. */
  static Trial tiny() {
    var model = Sequential.of(1, new Dense(1));
    return new Trial(model, absoluteValue(2, 1), new Fit(new Adam(0.01), MSE, 1, 2), 0);
  }

  /** A trial that calls this for each value of its loss, in the thread that trains. */
  static Trial watched(Trial trial, Runnable onValue) {
    return trial.fit(
        trial
            .fit()
            .loss(
                new Loss() {
                  @Override
                  public double value(double target, double prediction) {
                    onValue.run();
                    return MSE.value(target, prediction);
                  }

                  @Override
                  public double slope(double target, double prediction) {
                    return MSE.slope(target, prediction);
                  }
                }));
  }

  /** Tells trials apart by the last bits of what they learnt. */
  static Integer fingerprint(Run run) {
    return Math.floorMod(Arrays.hashCode(run.network().parameters()), 7);
  }

  /** Two of three seeds. */
  static Boolean oftenTrue(Run run) {
    return Math.floorMod(run.trial().seed(), 3) > 0;
  }

  /**
   * Interrupts this thread when so many trials are done, and holds up the worker that tells of it
   * until it is interrupted too.
   */
  static ProgressListener interruptAfter(long trials) {
    var running = Thread.currentThread();
    var isDone = new AtomicBoolean();
    return (done, total) -> {
      if (done >= trials && isDone.compareAndSet(false, true)) {
        running.interrupt();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
      }
    };
  }
}
