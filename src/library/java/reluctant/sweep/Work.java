package reluctant.sweep;

import static reluctant.Text.format;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.train.ProgressListener;

/**
 * What an engine is asked to do: the parts of a sweep, and where to put their tallies.
 *
 * <p>Tallies may come in any order. They are counted in the order of the parts, and one that comes
 * early waits, so that what is counted at any time is the sweep over its first trials, the same for
 * each engine and number of threads. For several threads.
 *
 * @param <O> the type of an outcome
 */
public final class Work<O extends Comparable<? super O>> {

  private static final Comparator<Part> ORDER =
      Comparator.comparingLong(Part::number).thenComparingLong(Part::firstSeed);

  private final Plan plan;
  private final Rule<O> rule;
  private final int threads;
  private final Limits limits;
  private final ProgressListener listener;
  private final long start = System.nanoTime();

  private final TreeMap<Part, Tally<O>> waiting = new TreeMap<>(ORDER);
  private final List<Tally<O>> cells;
  private Journal<O> journal = (part, tally) -> {};
  private Tally<O> unwritten = new Tally<>();
  private @Nullable Part next;
  private long done;
  private @Nullable End end;
  private @Nullable RuntimeException unwritable;

  Work(Plan plan, Rule<O> rule, int threads, Limits limits, ProgressListener listener) {
    this.plan = plan;
    this.rule = rule;
    this.threads = threads;
    this.limits = limits;
    this.listener = listener;
    cells = Stream.generate(Tally<O>::new).limit(plan.cells().size()).toList();
    next = plan.part(0);
  }

  /**
   * Returns the number of the first part that is wanted, from 0 to {@link #parts()}. Those before
   * it were counted in an earlier run.
   */
  public synchronized long firstPart() {
    return next == null ? parts() : next.number();
  }

  /** Returns how many parts the sweep has. */
  public long parts() {
    return plan.parts();
  }

  /**
   * Returns a part.
   *
   * @param number its number, from {@link #firstPart()} to below {@link #parts()}
   * @return the part, or what is still wanted of it
   */
  public synchronized Part part(long number) {
    return next != null && next.number() == number ? next : plan.part(number);
  }

  /** Returns what is counted. */
  public Rule<O> rule() {
    return rule;
  }

  /**
   * Returns how many threads are to train, at least 1, no more than the sweep asks for or has
   * trials.
   */
  public int threads() {
    return threads;
  }

  /** Returns how many nanoseconds the sweep may still run, 0 or less when the time is up. */
  public long nanosLeft() {
    return limits.nanos() - (System.nanoTime() - start);
  }

  /**
   * Says whether more tallies are wanted: not when all is counted, the intervals are narrow enough
   * or the time is up.
   */
  public synchronized boolean isOpen() {
    return end == null && nanosLeft() > 0;
  }

  /**
   * Takes what was counted of a part or a piece of one. A second time, it is not counted.
   *
   * @param part what was trained
   * @param tally what became of it. Taken over.
   * @return whether more tallies are wanted
   */
  public synchronized boolean add(Part part, Tally<O> tally) {
    if (tally.trials() != part.count()) {
      throw Require.refusal(
          format(
              "tally must be of the %d trials of its part. Received: %d trials",
              part.count(), tally.trials()));
    }
    boolean isNew = next != null && ORDER.compare(part, next) >= 0 && !waiting.containsKey(part);
    if (end == null && isNew) {
      waiting.put(part, tally);
      done += part.count();
      countThoseInTurn();
      listener.progress(done, plan.trials());
    }
    return isOpen();
  }

  /**
   * Says what an engine waits for, as it would otherwise stand still without a word.
   *
   * @param missing what has to come and what to do about it
   */
  public synchronized void waitFor(String missing) {
    listener.waiting(done, plan.trials(), missing);
  }

  private void countThoseInTurn() {
    while (end == null
        && next != null
        && !waiting.isEmpty()
        && ORDER.compare(waiting.firstKey(), next) == 0) {
      Map.Entry<Part, Tally<O>> first = waiting.pollFirstEntry();
      count(next, first.getValue());
    }
  }

  /** Counts the first seeds of the part whose turn it is, or all. */
  private void count(Part part, Tally<O> tally) {
    cells.get(plan.cell(part.number())).add(tally);
    unwritten.add(tally);
    if (tally.trials() < part.count()) {
      next = part.from(part.firstSeed() + tally.trials());
      return;
    }
    write(part);
    boolean endsRound = plan.cell(part.number() + 1) == 0;
    if (part.number() + 1 == parts()) {
      next = null;
      end = End.COMPLETED;
    } else {
      next = plan.part(part.number() + 1);
      end = endsRound && limits.areNarrow(cells) ? End.NARROW_ENOUGH : null;
    }
  }

  private void write(Part part) {
    try {
      journal.write(part.number(), unwritten);
    } catch (RuntimeException e) {
      end = End.INTERRUPTED; // What comes later would leave a gap.
      unwritable = e;
      throw e;
    }
    unwritten = new Tally<>();
  }

  /** Takes up what an earlier run wrote: the tally of the seeds whose turn it is. */
  synchronized void resume(Tally<O> tally) {
    if (next != null && end == null) {
      count(next, tally);
      unwritten = new Tally<>();
      done += tally.trials();
    }
  }

  /** Writes down all that is counted from now on. */
  synchronized void writeTo(Journal<O> journal) {
    this.journal = journal;
  }

  /** Ends the work: what comes later is not counted. Fails if what was counted was not written. */
  synchronized End close() {
    if (unwritable != null) {
      throw unwritable; // An engine may have heard of the end before it heard of the cause.
    }
    if (end == null) {
      end = nanosLeft() > 0 ? End.INTERRUPTED : End.TIME_IS_UP;
      if (next != null && unwritten.trials() > 0) {
        write(next);
      }
    }
    return end;
  }

  /** Returns what was counted of each cell of the grid. */
  synchronized List<Tally<O>> cells() {
    return cells.stream().map(Tally::copy).toList();
  }
}
