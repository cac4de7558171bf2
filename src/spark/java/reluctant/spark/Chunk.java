package reluctant.spark;

import java.io.Serializable;
import java.util.List;
import reluctant.Require;
import reluctant.json.JsonFile;
import reluctant.sweep.Part;
import reluctant.train.Trial;
import reluctant.train.TrialLines;

/**
 * What one task trains: neighbouring parts of one trial, which travels once, as its file would hold
 * it.
 *
 * @param trial what is repeated, as lines
 * @param seeds the parts, in order
 */
record Chunk(String trial, List<Seeds> seeds) implements Serializable {

  /** A part without its trial. */
  record Seeds(long number, long first, int count) implements Serializable {}

  /**
   * Packs parts of the same trial.
   *
   * @param parts at least one
   * @throws IllegalArgumentException if the trial holds what is not the library's own
   */
  static Chunk of(List<Part> parts) {
    Trial trial = parts.get(0).trial();
    var seeds =
        parts.stream()
            .map(part -> new Seeds(part.number(), part.firstSeed(), part.count()))
            .toList();
    try {
      return new Chunk(JsonFile.text("trial", new TrialLines(trial)), seeds);
    } catch (IllegalArgumentException e) {
      throw Require.refusal(
          "trial must hold only what the library has itself to be sent to Spark, sweep by"
              + " Engine.local(). Received: "
              + trial,
          e);
    }
  }

  /** Unpacks the parts. */
  List<Part> parts() {
    Trial repeated = JsonFile.value("trial", trial, TrialLines::read);
    return seeds.stream().map(one -> new Part(one.number, repeated, one.first, one.count)).toList();
  }
}
