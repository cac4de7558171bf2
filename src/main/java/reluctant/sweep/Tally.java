package reluctant.sweep;

import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import reluctant.train.ProgressListener;

/** Counts outcomes while a sweep runs. Several threads may add. */
final class Tally<O extends Comparable<? super O>> {

  private static final int EXAMPLES = 5;

  private final Sweep sweep;
  private final ProgressListener listener;
  private final TreeMap<O, Integer> counts = new TreeMap<>();
  private final TreeMap<O, SortedSet<Long>> examples = new TreeMap<>();
  private int trials;

  Tally(Sweep sweep, ProgressListener listener) {
    this.sweep = sweep;
    this.listener = listener;
  }

  synchronized void add(long seed, O outcome) {
    counts.merge(outcome, 1, Integer::sum);
    SortedSet<Long> seeds = examples.computeIfAbsent(outcome, any -> new TreeSet<>());
    seeds.add(seed);
    if (seeds.size() > EXAMPLES) {
      seeds.remove(seeds.last());
    }
    trials++;
    listener.progress(trials, sweep.seeds());
  }

  synchronized Outcomes<O> outcomes() {
    return new Outcomes<>(sweep, trials, counts, examples);
  }
}
