package reluctant.spark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.sweep.Tally;

/**
 * What came of a chunk.
 *
 * @param tallies one of each part that was trained, in order
 * @param nanos how long that took
 * @param failure what the rule did wrong, if it did
 */
record Counted<O extends Comparable<? super O>>(
    List<Tally<O>> tallies, long nanos, @Nullable String failure) implements Serializable {}
