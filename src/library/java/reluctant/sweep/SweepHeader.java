package reluctant.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import reluctant.json.JsonFile;
import reluctant.json.LineFields;
import reluctant.json.LineReader;
import reluctant.json.LineWriter;
import reluctant.train.Trial;
import reluctant.train.TrialLines;

/**
 * The first lines of a sweep's file: which sweep it is, and by which rule. The same for equal
 * sweeps, on each JDK. How many seeds are asked for does not stand in them, except for a grid,
 * where the order of the parts depends on it.
 */
final class SweepHeader {

  private final long firstSeed;
  private final List<Axis<?>> axes;
  private final String rule;
  private final long seeds;
  private final Trial trial;
  private final TrialLines lines;
  private final String cells;

  /**
   * The header of a sweep.
   *
   * @throws IllegalArgumentException if a trial can't be written, or the rule has no name
   */
  SweepHeader(Sweep sweep, Plan plan, Rule<?> rule) {
    firstSeed = sweep.firstSeed();
    axes = sweep.axes();
    this.rule = rule.name();
    trial = sweep.trial().seed(0);
    lines = new TrialLines(trial);
    boolean isGrid = !axes.isEmpty();
    seeds = isGrid ? sweep.seeds() : 0;
    cells = isGrid ? hash(plan.cells()) : "";
  }

  /** Returns a SHA-256 of all trials. */
  private static String hash(List<Trial> trials) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Trial trial : trials) {
        String text = JsonFile.text("trial", new TrialLines(trial.seed(0)));
        digest.update(text.getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Each Java has it.
    }
  }

  void write(LineWriter out) throws IOException {
    out.begin("sweep");
    out.text("rule", rule);
    out.line(
        json -> {
          json.writeNumberField("firstSeed", firstSeed);
          json.writeNumberField("axes", axes.size());
          json.writeNumberField("seeds", seeds);
        });
    lines.write(out);
    for (Axis<?> axis : axes) {
      out.text("axis", axis.name());
      out.text("values", values(axis));
    }
    if (!cells.isEmpty()) {
      out.text("cells", cells);
    }
  }

  private static String values(Axis<?> axis) {
    return LineWriter.onEachJdk(axis.values().toString());
  }

  /**
   * Returns what keeps a file from being that of this sweep: it "..".
   *
   * @throws IllegalArgumentException if it is damaged, or no sweep's of this form and arithmetic
   */
  String difference(LineReader in) throws IOException {
    in.begin("sweep");
    String other = in.text("rule");
    if (!other.equals(rule)) {
      return "is of a sweep by another rule than " + rule + ", " + other;
    }
    String numbers = in.line("seeds", this::differenceOfSeeds);
    if (!numbers.isEmpty()) {
      return "is of a sweep " + numbers;
    }
    boolean sameTrial = TrialLines.read(in).equals(trial);
    return "is of a sweep that differs in its " + (sameTrial ? differenceOfAxes(in) : "trial");
  }

  private String differenceOfSeeds(LineFields line) throws IOException {
    long first = line.integer("firstSeed", Long.MIN_VALUE, Long.MAX_VALUE);
    long sides = line.integer("axes", 0, 2);
    long count = line.integer("seeds", 0, Long.MAX_VALUE);
    if (sides != axes.size()) {
      return sides == 0 ? "of no grid" : "of a grid";
    }
    return first == firstSeed
        ? count == seeds ? "" : "that differs in its seeds"
        : "that differs in its firstSeed";
  }

  private String differenceOfAxes(LineReader in) throws IOException {
    for (Axis<?> axis : axes) {
      if (!in.text("axis").equals(axis.name()) || !in.text("values").equals(values(axis))) {
        return "axes";
      }
    }
    return "cells";
  }
}
