package reluctant.spark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import reluctant.lanes.Lockstep;
import reluctant.sweep.Engine;
import reluctant.sweep.Rule;
import reluctant.sweep.Work;
import reluctant.train.Trial;

/** Trains the parts of a sweep on Spark's executors. */
record SparkEngine(Master master) implements Engine {

  /** A JVM has one SparkContext. */
  private static final ReentrantLock ALONE = new ReentrantLock();

  @Override
  public <O extends Comparable<? super O>> void run(Work<O> work) {
    Rule<O> rule = StaticRule.of(work.rule());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(SparkEngine.class.getClassLoader());
    try {
      if (ALONE.tryLock(work.nanosLeft(), TimeUnit.NANOSECONDS)) {
        try {
          run(work, rule);
        } finally {
          ALONE.unlock();
        }
      }
    } catch (InterruptedException e) {
      thread.interrupt();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private <O extends Comparable<? super O>> void run(Work<O> work, Rule<O> rule)
      throws InterruptedException {
    try (Session session = Session.open(master)) {
      if (!master.isLocal()) {
        session.send(JarFiles.of(StaticRule.home(work.rule())));
      }
      new Jobs<>(session.context(), work, rule).run();
    }
  }

  @Override
  public String describe(Trial trial, int threads) {
    String how =
        Lockstep.obstacle(trial)
            .map(reason -> "one by one, since " + reason)
            .orElse("side by side");
    return how + ", on Spark at " + master.url();
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return "Engine.spark(\"" + master.url() + "\")";
  }
}
