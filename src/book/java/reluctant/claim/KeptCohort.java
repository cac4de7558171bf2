package reluctant.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reluctant.sweep.OutcomeName;
import reluctant.train.Trial;

/**
 * What a page counts itself, seed by seed, as a file holds it.
 *
 * @param trial its line; its seed is 0
 * @param rule its name, which {@link Rules} knows
 * @param settled outcomes after which a run is at rest
 * @param firstSeed the first seed
 * @param outcomes the names of those that happened, in the order in which they did first
 * @param bySeed a letter for each seed, A for the first of the outcomes
 * @param moving how many had not come to rest
 */
record KeptCohort(
    String trial,
    String rule,
    List<String> settled,
    long firstSeed,
    List<String> outcomes,
    String bySeed,
    long moving) {
  private static final int LETTERS = 26;

  /** What trains faster than it is read needs not be kept: in samples times parameters. */
  private static final double LITTLE_WORK = 1e8;

  KeptCohort {
    settled = List.copyOf(settled);
    outcomes = List.copyOf(outcomes);
  }

  /** What was trained, if it is worth to be kept: long to train, with few outcomes. */
  static Optional<KeptCohort> of(Cohort<?> cohort, Cohort.Trained<?> trained) {
    boolean isWorth =
        KeptAttack.work(cohort.trial) * cohort.seeds > LITTLE_WORK
            && cohort.seeds > Counts.FIRST
            && OutcomeName.isOf(trained.bySeed().get(0))
            && canBeRead(cohort.trial);
    return isWorth
        ? Optional.of(all(cohort, trained)).filter(kept -> kept.outcomes().size() <= LETTERS)
        : Optional.empty();
  }

  /** A trial with a layer of the reader's own has no line that can be read. */
  private static boolean canBeRead(Trial trial) {
    try {
      return !trial.line().isEmpty();
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static KeptCohort all(Cohort<?> cohort, Cohort.Trained<?> trained) {
    var names = new ArrayList<String>();
    var letters = new StringBuilder();
    for (Object each : trained.bySeed()) {
      String name = OutcomeName.of(each);
      if (!names.contains(name)) {
        names.add(name);
      }
      letters.append((char) ('A' + names.indexOf(name)));
    }
    return new KeptCohort(
        line(cohort),
        cohort.rule.name(),
        cohort.settled,
        cohort.firstSeed,
        names,
        letters.toString(),
        trained.moving());
  }

  private static String line(Cohort<?> cohort) {
    return cohort.trial.seed(0).toString();
  }

  /** Whether it is what a page asks for. */
  boolean isOf(Cohort<?> cohort) {
    return firstSeed == cohort.firstSeed
        && bySeed.length() == cohort.seeds
        && rule.equals(cohort.rule.name())
        && settled.equals(cohort.settled)
        && trial.equals(line(cohort));
  }

  /** The name of what a seed gave. */
  String name(int seed) {
    return outcomes.get(bySeed.charAt(seed) - 'A');
  }

  /** Whether some first seeds gave just this. */
  boolean beginsWith(List<?> first) {
    for (int i = 0; i < first.size(); i++) {
      if (!name(i).equals(OutcomeName.of(first.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** The outcomes of all seeds, of the type of those that were trained. */
  <O> List<O> all(List<O> trained) {
    Map<String, O> read = new LinkedHashMap<>();
    outcomes.forEach(name -> read.put(name, OutcomeName.read(name, trained.get(0))));
    var all = new ArrayList<O>();
    for (int i = 0; i < bySeed.length(); i++) {
      all.add(read.get(name(i)));
    }
    return List.copyOf(all);
  }

  /** The cohort that can be trained again. */
  Cohort<String> cohort() {
    return new Cohort<>(
        Trial.parse(trial), Rules.texts(Rules.named(rule)), settled, firstSeed, bySeed.length());
  }

  /** This as JSON, with a hash of all that it says. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trial", trial);
    json.put("rule", rule);
    json.put("settled", settled);
    json.put("firstSeed", firstSeed);
    json.put("outcomes", outcomes);
    json.put("bySeed", bySeed);
    json.put("moving", moving);
    return KeptFile.checked(json);
  }

  /**
   * What a line of a file says.
   *
   * @throws IllegalArgumentException if it is not what was written
   */
  static KeptCohort of(JsonNode json) {
    var kept =
        new KeptCohort(
            json.path("trial").asText(),
            json.path("rule").asText(),
            KeptFile.texts(json.path("settled")),
            json.path("firstSeed").asLong(),
            KeptFile.texts(json.path("outcomes")),
            json.path("bySeed").asText(),
            json.path("moving").asLong());
    KeptFile.check(json, kept.json());
    return kept;
  }
}
