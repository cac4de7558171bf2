package reluctant.sweep;

import static reluctant.Text.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * Reads the file of a sweep, line by line, and takes nothing for granted.
 *
 * @param <O> the type of an outcome
 */
final class SweepLines<O extends Comparable<? super O>> {

  private static final int LONGEST_PART = 1 << 20;

  /** A character has up to 3 bytes, and the header of another sweep may be longer. */
  private static final int MOST_BYTES = 4;

  private final Path path;
  private final InputStream in;
  private final Work<O> work;
  private String line = "";
  private long number;
  private long end;

  SweepLines(Path path, InputStream in, Work<O> work) {
    this.path = path;
    this.in = new BufferedInputStream(in);
    this.work = work;
  }

  /** Returns where the last whole line that was read ends, in bytes. */
  long end() {
    return end;
  }

  /** Goes on to the next whole line, and returns false if there is none. */
  private boolean next(int longest) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int one = in.read();
    while (one >= 0 && one != '\n' && bytes.size() < longest) {
      bytes.write(one);
      one = in.read();
    }
    line = bytes.toString(StandardCharsets.UTF_8);
    number++;
    if (bytes.size() == longest) {
      throw unfit("is too long", null);
    }
    if (one != '\n') {
      return false;
    }
    end += bytes.size() + 1;
    return true;
  }

  /**
   * Reads the first line.
   *
   * @return whether it is still to be written
   * @throws IllegalArgumentException if it is another one
   */
  boolean readHeader(String header) throws IOException {
    boolean isWhole = next(MOST_BYTES * header.length());
    if (isWhole && line.equals(header)) {
      return false;
    }
    if (!isWhole && header.startsWith(line)) {
      return true;
    }
    throw Require.refusal(
        format(
            "file must be new or that of this sweep. Received: %s, which %s",
            path, SweepHeader.difference(line, header)));
  }

  /**
   * Gives the work all lines that it wants. The first seed is trained again to learn what the
   * rule's outcomes are, and whether they are those of the file. Where that is interrupted, the
   * work is closed.
   *
   * @throws IllegalArgumentException if a line is damaged or of another rule
   */
  void readParts() throws IOException {
    O example = null;
    while (work.isOpen() && next(LONGEST_PART)) {
      Part part = work.part(work.firstPart());
      if (example == null) {
        Optional<Tally<O>> again = Tally.of(part.first(1), work.rule());
        if (again.isEmpty()) {
          work.close();
          return;
        }
        example = again.get().happened().first();
        work.resume(checkedFirst(read(part, example), part, example));
      } else {
        work.resume(read(part, example));
      }
    }
  }

  private Tally<O> read(Part part, O example) {
    try {
      return SweepLine.read(line, part, example);
    } catch (IllegalArgumentException e) {
      throw unfit(e.getMessage(), e);
    }
  }

  private Tally<O> checkedFirst(Tally<O> tally, Part part, O outcome) {
    List<Long> examples = tally.examples(outcome);
    if (examples.isEmpty() || examples.get(0) != part.firstSeed()) {
      throw unfit(
          format("has another outcome than %s for seed %d", outcome, part.firstSeed()), null);
    }
    return tally;
  }

  private IllegalArgumentException unfit(@Nullable String why, @Nullable Exception cause) {
    return Require.refusal(
        format(
            "file must be whole and of this rule, name a new one if it is not. Received: %s, line %d %s",
            path, number, why),
        cause);
  }
}
