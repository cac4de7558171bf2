package reluctant.sweep;

import reluctant.lanes.Lockstep;
import reluctant.train.Trial;

/** The threads of this machine. */
record LocalEngine() implements Engine {

  @Override
  public <O extends Comparable<? super O>> void run(Work<O> work) {
    new Workers<>(work).run();
  }

  @Override
  public void check(Trial trial, int threads) {
    Lockstep.mostSeeds(trial, threads);
  }

  @Override
  public String describe(Trial trial, int threads) {
    String where = threads == 1 ? "1 thread" : threads + " threads";
    return Lockstep.description(trial) + ", on " + where;
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return "Engine.local()";
  }
}
