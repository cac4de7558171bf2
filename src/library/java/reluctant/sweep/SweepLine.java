package reluctant.sweep;

import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.json.LineFields;
import reluctant.json.LineReader;
import reluctant.json.LineWriter;
import reluctant.lanes.Lockstep;

/** What was counted of a part as a line: {@code {"part", "outcomes", "counts", "examples"}}. */
final class SweepLine {

  private SweepLine() {}

  static <O extends Comparable<? super O>> void write(LineWriter lines, long part, Tally<O> tally)
      throws IOException {
    List<O> happened = List.copyOf(tally.happened());
    String[] names = happened.stream().map(OutcomeName::of).toArray(String[]::new);
    long[] counts = happened.stream().mapToLong(tally::count).toArray();
    lines.line(
        json -> {
          json.writeNumberField("part", part);
          json.writeFieldName("outcomes");
          json.writeArray(names, 0, names.length);
          json.writeFieldName("counts");
          json.writeArray(counts, 0, counts.length);
          json.writeArrayFieldStart("examples");
          for (O outcome : happened) {
            writeSeeds(json, tally.examples(outcome));
          }
          json.writeEndArray();
        });
  }

  private static void writeSeeds(JsonGenerator json, List<Long> seeds) throws IOException {
    json.writeArray(seeds.stream().mapToLong(Long::longValue).toArray(), 0, seeds.size());
  }

  /**
   * Returns the tally of the line at hand.
   *
   * @param part what is counted next
   * @param example any outcome of the rule
   * @throws IllegalArgumentException if the line can't be one of this part, saying why
   */
  static <O extends Comparable<? super O>> Tally<O> read(LineReader lines, Part part, O example)
      throws IOException {
    Tally<O> tally = lines.fields(line -> tally(line, lines.number(), part, example));
    lines.expect(tally.trials() > 0 && tally.trials() <= Lockstep.BLOCK);
    if (tally.trials() > part.count()) {
      throw Require.refusal(
          format("line %d has more seeds than are asked for now", lines.number()));
    }
    Part counted = part.first((int) tally.trials());
    for (O outcome : tally.happened()) {
      lines.expect(tally.examples(outcome).stream().allMatch(counted::holds));
    }
    return tally;
  }

  private static <O extends Comparable<? super O>> Tally<O> tally(
      LineFields line, long number, Part part, O example) throws IOException {
    line.integer("part", part.number(), part.number());
    List<String> names = line.strings("outcomes");
    List<Long> counts = line.integers("counts");
    List<List<Long>> examples = line.integerLists("examples");
    line.expect(counts.size() == names.size() && examples.size() == names.size());
    var tally = new Tally<O>();
    for (int i = 0; i < names.size(); i++) {
      long count = counts.get(i);
      List<Long> seeds = examples.get(i);
      line.expect(count > 0 && count <= Lockstep.BLOCK);
      line.expect(seeds.size() == Math.min(Tally.EXAMPLES, count) && areAscending(seeds));
      O outcome = outcome(names.get(i), example, number);
      line.expect(tally.count(outcome) == 0);
      tally.add(outcome, count, seeds);
    }
    return tally;
  }

  private static boolean areAscending(List<Long> seeds) {
    return IntStream.range(1, seeds.size()).allMatch(i -> seeds.get(i - 1) < seeds.get(i));
  }

  private static <O> O outcome(String name, O example, long line) {
    try {
      return OutcomeName.read(name, example);
    } catch (IllegalArgumentException e) {
      throw Require.refusal(
          format(
              "line %d has the outcome %s, which is no %s",
              line, name, example.getClass().getSimpleName()),
          e);
    }
  }
}
