package reluctant.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reluctant.sweep.Rule;
import reluctant.train.Trial;

/**
 * An attack that was run, as a file holds it.
 *
 * @param page a hash of what it attacks
 * @param trials one line, or two of a pair; their seed is 0
 * @param rule the name of the rule, which {@link Rules} knows
 * @param settled outcomes after which a run is at rest
 * @param firstSeed the first seed
 * @param seeds how many
 * @param counts what it gave
 */
record KeptAttack(
    String page,
    List<String> trials,
    String rule,
    List<String> settled,
    long firstSeed,
    int seeds,
    Counts counts) {

  KeptAttack {
    trials = List.copyOf(trials);
    settled = List.copyOf(settled);
  }

  /** Whether this is the same attack, whatever it gave. */
  boolean isOf(KeptAttack other) {
    return page.equals(other.page)
        && trials.equals(other.trials)
        && rule.equals(other.rule)
        && settled.equals(other.settled)
        && firstSeed == other.firstSeed
        && seeds == other.seeds;
  }

  /** This as JSON, with a hash of all that it says. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("page", page);
    json.put("trials", trials);
    json.put("rule", rule);
    json.put("settled", settled);
    json.put("firstSeed", firstSeed);
    json.put("seeds", seeds);
    json.put("counts", counts.counts());
    json.put("moving", counts.moving());
    json.put("first64", counts.first64());
    return KeptFile.checked(json);
  }

  /**
   * What a line of a file says.
   *
   * @throws IllegalArgumentException if it is not what was written
   */
  static KeptAttack of(JsonNode json) {
    var counts = new LinkedHashMap<String, Long>();
    for (Map.Entry<String, JsonNode> each : json.path("counts").properties()) {
      counts.put(each.getKey(), each.getValue().asLong());
    }
    var kept =
        new KeptAttack(
            json.path("page").asText(),
            KeptFile.texts(json.path("trials")),
            json.path("rule").asText(),
            KeptFile.texts(json.path("settled")),
            json.path("firstSeed").asLong(),
            json.path("seeds").asInt(),
            new Counts(counts, json.path("moving").asLong(), json.path("first64").asText()));
    KeptFile.check(json, kept.json());
    return kept;
  }

  /** The attack that can be run again. */
  Attack attack() {
    Trial second = trials.size() > 1 ? Trial.parse(trials.get(1)) : null;
    Rule<String> named = Rules.texts(Rules.named(rule));
    return new Attack(page, Trial.parse(trials.get(0)), second, named, settled, firstSeed, seeds);
  }

  /** About how much there is to train: samples seen times parameters, of all seeds. */
  double work() {
    return trials.stream().map(Trial::parse).mapToDouble(KeptAttack::work).sum() * seeds;
  }

  /** About how much there is to train of one seed: samples seen times parameters. */
  static double work(Trial trial) {
    return (double) trial.fit().totalEpochs()
        * trial.data().samples()
        * trial.model().parameterCount();
  }
}
