package reluctant.spark;

import java.io.Serializable;
import java.util.ArrayList;
import org.apache.spark.TaskKilledException;
import org.jspecify.annotations.Nullable;
import reluctant.sweep.Part;
import reluctant.sweep.Rule;
import reluctant.sweep.Tally;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** The task: trains a chunk on an executor and sends back tallies. */
final class Training<O extends Comparable<? super O>>
    extends AbstractFunction1<Iterator<Chunk>, Counted<O>> implements Serializable {

  private static final long serialVersionUID = 1;

  private final Rule<O> rule;

  Training(Rule<O> rule) {
    this.rule = rule;
  }

  /** A failure of the rule, or a lack of room, is a result: no other executor would do better. */
  @Override
  public Counted<O> apply(Iterator<Chunk> chunks) {
    long start = System.nanoTime();
    var tallies = new ArrayList<Tally<O>>();
    @Nullable String failure = null;
    try {
      for (Part part : chunks.next().parts()) {
        tallies.add(Tally.of(part, rule).orElseThrow(() -> new TaskKilledException("interrupted")));
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      failure = e.getMessage();
    }
    return new Counted<>(tallies, System.nanoTime() - start, failure);
  }
}
