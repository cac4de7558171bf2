package reluctant.sweep;

import static reluctant.Text.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.json.LineReader;
import reluctant.lanes.Lockstep;

/**
 * Gives a sweep's work what stands in its file. Some seeds are trained again, since a rule can
 * change and keep its name.
 *
 * @param <O> the type of an outcome
 */
final class SweepLines<O extends Comparable<? super O>> {

  /**
   * So many seeds of a part are trained again where they train side by side, in about the time of
   * one.
   */
  private static final int AGAIN = 8;

  private final LineReader lines;
  private final Work<O> work;
  private @Nullable O example;

  SweepLines(LineReader lines, Work<O> work) {
    this.lines = lines;
    this.work = work;
  }

  /**
   * Gives the work all lines that it wants. The first seeds of the parts 0, 1, 3, 7, 15 and so on
   * are trained again. Where that is interrupted, the work is closed.
   *
   * @throws IllegalArgumentException if a line is damaged or of another rule
   */
  void read() throws IOException {
    for (long read = 0; work.isOpen() && lines.next(); read++) {
      Part part = work.part(work.firstPart());
      boolean isChecked = (read & (read + 1)) == 0;
      Optional<Tally<O>> tally = isChecked ? checked(part) : Optional.of(counted(part));
      if (tally.isEmpty()) {
        work.close();
        return;
      }
      work.resume(tally.get());
    }
  }

  private Tally<O> counted(Part part) throws IOException {
    return SweepLine.read(lines, part, Require.present("example", example));
  }

  /** Returns what stands in the line at hand, or nothing if the thread was interrupted. */
  private Optional<Tally<O>> checked(Part part) throws IOException {
    int most = Lockstep.obstacle(part.trial()).isPresent() ? 1 : AGAIN;
    Part again = part.first(Math.min(most, part.count()));
    Optional<Tally<O>> trained = Tally.of(again, work.rule());
    if (trained.isEmpty()) {
      return trained;
    }
    example = trained.get().happened().first();
    Tally<O> counted = counted(part);
    check(trained.get(), again, counted, part.first((int) counted.trials()));
    return Optional.of(counted);
  }

  /** Of both the first seeds are known, so that those within the shorter part must be the same. */
  private void check(Tally<O> trained, Part again, Tally<O> counted, Part part) {
    Part both = again.count() < part.count() ? again : part;
    for (O outcome : trained.happened()) {
      List<Long> ours = examples(trained, outcome, both);
      List<Long> theirs = examples(counted, outcome, both);
      if (!ours.equals(theirs)) {
        long seed =
            ours.stream()
                .filter(one -> !theirs.contains(one))
                .findFirst()
                .orElseGet(() -> theirs.get(ours.size()));
        throw Require.refusal(
            format("line %d has another outcome than this rule for seed %d", lines.number(), seed));
      }
    }
  }

  private List<Long> examples(Tally<O> tally, O outcome, Part part) {
    return tally.examples(outcome).stream().filter(part::holds).toList();
  }
}
