package reluctant.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import reluctant.sweep.Part;

/**
 * What one task trains: neighbouring parts of one trial, which travels once.
 *
 * @param first the first of them
 * @param others where the others lie
 */
record Chunk(Part first, List<Seeds> others) implements Serializable {

  /** A part without its trial. */
  record Seeds(long number, long firstSeed, int count) implements Serializable {}

  /** Packs parts of the same trial, at least one. */
  static Chunk of(List<Part> parts) {
    var others = new ArrayList<Seeds>();
    for (Part part : parts.subList(1, parts.size())) {
      others.add(new Seeds(part.number(), part.firstSeed(), part.count()));
    }
    return new Chunk(parts.get(0), others);
  }

  List<Part> parts() {
    var parts = new ArrayList<>(List.of(first));
    for (Seeds one : others) {
      parts.add(new Part(one.number, first.trial(), one.firstSeed, one.count));
    }
    return parts;
  }
}
