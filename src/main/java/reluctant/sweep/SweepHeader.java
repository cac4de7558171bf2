package reluctant.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import reluctant.json.JsonFile;
import reluctant.train.Trial;

/** The first line of a sweep's file: which sweep it is. The same for equal sweeps, on each JDK. */
final class SweepHeader {

  private static final int VERSION = 1;

  private SweepHeader() {}

  /**
   * Returns the line. How many seeds are asked for does not stand in it, except for a grid, where
   * the order of the parts depends on it.
   *
   * @throws IllegalArgumentException if the trial can't be written
   */
  static String of(Sweep sweep, Plan plan) {
    ObjectNode header = SweepLine.MAPPER.createObjectNode();
    header.put("format", "sweep").put("version", VERSION);
    header.put("firstSeed", sweep.firstSeed());
    if (!sweep.axes().isEmpty()) {
      header.put("seeds", sweep.seeds());
      var sides = header.putArray("axes");
      for (Axis<?> axis : sweep.axes()) {
        var values = sides.addObject().put("name", axis.name()).putArray("values");
        axis.values().forEach(value -> values.add(String.valueOf(value)));
      }
      header.put("cells", hash(plan.cells()));
    }
    header.set("trial", JsonFile.tree(sweep.trial().seed(0)));
    return SweepLine.text(header);
  }

  /** Returns a SHA-256 of all trials. */
  private static String hash(List<Trial> trials) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Trial trial : trials) {
        String text = SweepLine.text(JsonFile.tree(trial.seed(0)));
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Each Java has it.
    }
  }

  /** Returns what keeps the first line of a file from being that of a sweep. */
  static String difference(String found, String wanted) {
    try {
      JsonNode other = SweepLine.MAPPER.readTree(found);
      if (!other.path("format").asText().equals("sweep")) {
        return "is not the file of a sweep";
      }
      for (var field : SweepLine.MAPPER.readTree(wanted).properties()) {
        if (!field.getValue().equals(other.path(field.getKey()))) {
          return "is of a sweep that differs in its " + field.getKey();
        }
      }
      return "is of a sweep of a grid";
    } catch (JsonProcessingException e) {
      return "is not the file of a sweep";
    }
  }
}
