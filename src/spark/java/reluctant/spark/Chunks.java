package reluctant.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import reluctant.lanes.Lockstep;
import reluctant.sweep.Part;
import reluctant.sweep.Work;

/** Cuts a sweep into tasks of about a second each, whatever its trials take. */
final class Chunks {

  private static final double NANOS = 1e9;
  private static final int FIRST = 8; // seeds, as long as nothing is known
  private static final int LARGEST = 1 << 14; // seeds

  private final Work<?> work;
  private final Deque<Part> pieces = new ArrayDeque<>();
  private long next;
  private int seeds = FIRST;

  Chunks(Work<?> work) {
    this.work = work;
    next = work.firstPart();
  }

  /** Learns how long some seeds took. */
  void took(long nanos, int seeds) {
    double fit = NANOS * seeds / Math.max(nanos, 1);
    this.seeds = (int) Math.max(1, Math.min(LARGEST, fit));
  }

  /** Returns the parts of the next task, all of one trial, or none if all are taken. */
  List<Part> take() {
    var parts = new ArrayList<Part>();
    int left = seeds;
    while (left > 0 && cut() && isLike(parts)) {
      Part part = pieces.remove();
      parts.add(part);
      left -= part.count();
    }
    return parts;
  }

  private boolean cut() {
    if (pieces.isEmpty() && next < work.parts()) {
      Part part = work.part(next++);
      // What trains side by side stays whole: on smaller blocks the compiled code is half as fast.
      boolean sideBySide = Lockstep.obstacle(part.trial()).isEmpty();
      pieces.addAll(part.pieces(sideBySide ? Lockstep.BLOCK : seeds));
    }
    return !pieces.isEmpty();
  }

  private boolean isLike(List<Part> parts) {
    return parts.isEmpty() || parts.get(0).trial().equals(pieces.element().trial());
  }
}
