package reluctant.doctor;

import java.time.Duration;
import reluctant.train.Trial;

/** How long an examination takes, and would take. */
final class Time {

  /** A JVM may turn out so many times as fast as when it was asked. */
  private static final double ESTIMATE = 4;

  private static final double SMALLEST_SHARE = 0.01;

  private final Duration patience;
  private final long start = System.nanoTime();
  private final int threads = Runtime.getRuntime().availableProcessors();
  private double secondsOfATraining;
  private double needed;

  Time(Duration patience) {
    this.patience = patience;
  }

  /** Estimates how long a training takes. */
  void measure(Trial trial) {
    secondsOfATraining = Cost.seconds(trial);
  }

  double elapsed() {
    return (System.nanoTime() - start) / 1e9;
  }

  Duration left() {
    Duration left = patience.minusNanos(System.nanoTime() - start);
    return left.isNegative() || left.isZero() ? Duration.ofNanos(1) : left;
  }

  /**
   * Says whether there may be time for so many trainings: what is estimated to take a few times as
   * long as there is is begun, and ended when the time is up.
   */
  boolean allows(double trainings) {
    needed = elapsed() + trainings * secondsOfATraining / threads;
    return needed <= ESTIMATE * patience.toNanos() / 1e9;
  }

  /** Notes that the time was up when this share of what was allowed was done. */
  void ended(double share) {
    needed = Math.max(needed, elapsed() / Math.max(share, SMALLEST_SHARE));
  }

  /** How long it would have taken with what was asked for last. */
  double needed() {
    return needed;
  }
}
