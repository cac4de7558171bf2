package reluctant.sweep;

import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts outcomes while a sweep runs. Several threads may add. */
final class Tally<O extends Comparable<? super O>> {

  private static final int EXAMPLES = 5;

  private final Sweep sweep;
  private final TreeMap<O, Integer> counts = new TreeMap<>();
  private final TreeMap<O, SortedSet<Long>> examples = new TreeMap<>();
  private int trials;

  Tally(Sweep sweep) {
    this.sweep = sweep;
  }

  synchronized void add(long seed, O outcome) {
    counts.merge(outcome, 1, Integer::sum);
    SortedSet<Long> seeds = examples.computeIfAbsent(outcome, any -> new TreeSet<>());
    seeds.add(seed);
    if (seeds.size() > EXAMPLES) {
      seeds.remove(seeds.last());
    }
    trials++;
  }

  synchronized Outcomes<O> outcomes() {
    return new Outcomes<>(sweep, trials, counts, examples);
  }
}
