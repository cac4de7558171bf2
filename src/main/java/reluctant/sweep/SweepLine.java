package reluctant.sweep;

import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reluctant.Require;
import reluctant.train.Lockstep;

/** What was counted of a part as a line: {@code {"part", "counts", "examples"}}. */
final class SweepLine {

  /** Writes numbers in the same way on each JDK. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SweepLine() {}

  static String text(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // A tree can be written.
    }
  }

  static <O extends Comparable<? super O>> String of(long part, Tally<O> tally) {
    ObjectNode line = MAPPER.createObjectNode().put("part", part);
    ObjectNode counts = line.putObject("counts");
    ObjectNode examples = line.putObject("examples");
    for (O outcome : tally.happened()) {
      String name = OutcomeName.of(outcome);
      counts.put(name, tally.count(outcome));
      var seeds = examples.putArray(name);
      tally.examples(outcome).forEach(seeds::add);
    }
    return text(line);
  }

  /**
   * Returns the tally of a line.
   *
   * @param part what is counted next
   * @param example any outcome of the rule
   * @throws IllegalArgumentException if the line can't be one of this part, saying why: "line 7 .."
   */
  static <O extends Comparable<? super O>> Tally<O> read(String text, Part part, O example) {
    JsonNode line = parse(text);
    expect(line.path("part").isIntegralNumber() && line.path("part").asLong() == part.number());
    var tally = new Tally<O>();
    for (Map.Entry<String, JsonNode> field : line.path("counts").properties()) {
      JsonNode count = field.getValue();
      expect(count.isInt() && count.intValue() > 0);
      List<Long> seeds = seeds(line.path("examples").path(field.getKey()));
      expect(seeds.size() == Math.min(Tally.EXAMPLES, count.intValue()));
      tally.add(outcome(field.getKey(), example), count.intValue(), seeds);
    }
    expect(tally.trials() > 0 && tally.trials() <= Lockstep.BLOCK);
    if (tally.trials() > part.count()) {
      throw Require.refusal("has more seeds than are asked for now");
    }
    Part counted = part.first((int) tally.trials());
    for (O outcome : tally.happened()) {
      expect(tally.examples(outcome).stream().allMatch(counted::holds));
    }
    return tally;
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw Require.refusal("is damaged", e);
    }
  }

  private static List<Long> seeds(JsonNode json) {
    var seeds = new ArrayList<Long>();
    for (JsonNode seed : json) {
      expect(seed.isIntegralNumber() && seed.canConvertToLong());
      expect(seeds.isEmpty() || seed.longValue() > seeds.get(seeds.size() - 1));
      seeds.add(seed.longValue());
    }
    return List.copyOf(seeds);
  }

  private static <O> O outcome(String name, O example) {
    try {
      return OutcomeName.read(name, example);
    } catch (IllegalArgumentException e) {
      throw Require.refusal(
          format("has the outcome %s, which is no %s", name, example.getClass().getSimpleName()),
          e);
    }
  }

  private static void expect(boolean met) {
    if (!met) {
      throw Require.refusal("is damaged");
    }
  }
}
