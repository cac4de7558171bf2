package reluctant.page;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reluctant.claim.Rules;
import reluctant.lanes.Lockstep;
import reluctant.sweep.Rule;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Counts what became of neighbouring seeds. */
final class Count {

  private Count() {}

  /**
   * Trains seeds of one block and counts their outcomes: on each line an outcome, how often it
   * happened and its first seed.
   *
   * @param name a rule's
   * @param first the first seed
   * @param count how many, all in the block of 64 that the first lies in
   * @param trial what is repeated
   */
  static String of(String name, long first, int count, Trial trial) {
    Rule<String> rule = Rules.texts(Rules.named(name));
    Map<String, long[]> counts = new TreeMap<>();
    for (Run run : Lockstep.run(trial, first, count)) {
      long seed = run.trial().seed();
      counts.computeIfAbsent(rule.of(run), any -> new long[] {0, seed})[0]++;
    }
    return counts.entrySet().stream()
        .map(each -> each.getKey() + "\t" + each.getValue()[0] + "\t" + each.getValue()[1])
        .collect(Collectors.joining("\n"));
  }
}
