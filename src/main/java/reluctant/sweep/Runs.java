package reluctant.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reluctant.train.Lockstep;
import reluctant.train.ProgressListener;
import reluctant.train.Run;

/** Keeps each run of a sweep. */
final class Runs {

  private final Sweep sweep;
  private final ProgressListener listener;
  private final Map<Long, Run> runs = new HashMap<>();

  Runs(Sweep sweep, ProgressListener listener) {
    this.sweep = sweep;
    this.listener = listener;
  }

  List<Run> run() {
    var plan = new Plan(List.of(sweep.trial()), sweep.firstSeed(), sweep.seeds());
    new Workers(sweep.threads(), plan.parts(), plan::part, 0, this::train)
        .run(sweep.limits().nanos());
    return withoutGaps();
  }

  private boolean train(Part part) {
    List<Run> some = Lockstep.run(part.trial(), part.firstSeed(), part.count());
    keep(some);
    return !some.isEmpty();
  }

  synchronized void keep(List<Run> some) {
    some.forEach(run -> runs.put(run.trial().seed(), run));
    listener.progress(runs.size(), sweep.seeds());
  }

  /** Returns the runs before the first that is missing. */
  synchronized List<Run> withoutGaps() {
    var found = new ArrayList<Run>();
    Run next = runs.get(sweep.firstSeed());
    while (next != null) {
      found.add(next);
      next = runs.get(sweep.firstSeed() + found.size());
    }
    return List.copyOf(found);
  }
}
