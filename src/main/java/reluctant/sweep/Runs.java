package reluctant.sweep;

import java.util.List;
import java.util.TreeMap;
import reluctant.train.Lockstep;
import reluctant.train.ProgressListener;
import reluctant.train.Run;

/** Keeps each run of a sweep. */
final class Runs {

  private final Sweep sweep;
  private final ProgressListener listener;
  private final TreeMap<Long, Run> runs = new TreeMap<>();

  Runs(Sweep sweep, ProgressListener listener) {
    this.sweep = sweep;
    this.listener = listener;
  }

  List<Run> run() {
    var plan = new Plan(List.of(sweep.trial()), sweep.firstSeed(), sweep.seeds());
    new Workers(sweep.threads(), plan.parts(), plan::part, 0, this::train)
        .run(sweep.limits().nanos());
    return keep(List.of());
  }

  private boolean train(Part part) {
    List<Run> some = Lockstep.run(part.trial(), part.firstSeed(), part.count());
    keep(some);
    return !some.isEmpty();
  }

  private synchronized List<Run> keep(List<Run> some) {
    some.forEach(run -> runs.put(run.trial().seed(), run));
    listener.progress(runs.size(), sweep.seeds());
    return List.copyOf(runs.values());
  }
}
