package reluctant.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import reluctant.Require;
import reluctant.sweep.Part;
import reluctant.sweep.Rule;
import reluctant.sweep.Work;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Keeps the executors busy: a few tasks for each core wait in Spark's queue, and more follow as
 * tallies come back. What an executor takes with it when it is lost, Spark gives to another.
 */
final class Jobs<O extends Comparable<? super O>> {

  private static final long PATIENCE = 60_000_000_000L; // nanoseconds, for the first executor
  private static final long SILENCE = 10_000_000_000L; // nanoseconds, when the last one is lost
  private static final Pattern UNSENT = Pattern.compile("not serializable result: (\\S+)");

  private record Done<O extends Comparable<? super O>>(List<Part> parts, Counted<O> counted) {}

  private final SparkContext context;
  private final Work<O> work;
  private final String name;
  private final Training<O> training;
  private final Chunks chunks;
  private final String group = "reluctant-" + UUID.randomUUID();
  private final BlockingQueue<Done<O>> done = new LinkedBlockingQueue<>();
  private final List<SimpleFutureAction<BoxedUnit>> running = new ArrayList<>();
  private long seen = System.nanoTime(); // when there was an executor, or none yet
  private boolean manned; // whether there has been one
  private boolean told; // that there is none any more
  private int waiting; // tasks that were sent and have not come back

  Jobs(SparkContext context, Work<O> work, Rule<O> rule) {
    this.context = context;
    this.work = work;
    name = rule.name();
    training = new Training<>(rule);
    chunks = new Chunks(work);
  }

  /** Returns when all is done or no more is wanted, with nothing left in Spark's queue. */
  void run() throws InterruptedException {
    context.setJobGroup(group, "a sweep, " + name, true);
    try {
      while (isWanted()) {
        Done<O> one = done.poll(100, TimeUnit.MILLISECONDS);
        if (one != null) {
          take(one);
        }
      }
    } finally {
      if (!context.isStopped()) {
        context.cancelJobGroup(group);
        context.clearJobGroup();
      }
    }
  }

  private boolean isWanted() {
    if (!work.isOpen()) {
      return false; // What is lost now is not missed.
    }
    check();
    return submit();
  }

  /** Sends tasks while few are waiting, and says whether any are. */
  private boolean submit() {
    int cores = context.defaultParallelism();
    if (waiting <= cores) {
      var more =
          Stream.generate(chunks::take)
              .limit(2L * cores)
              .takeWhile(parts -> !parts.isEmpty())
              .toList();
      if (!more.isEmpty()) {
        submit(more);
      }
    }
    return waiting > 0;
  }

  private void submit(List<List<Part>> more) {
    List<Chunk> tasks = more.stream().map(Chunk::of).toList();
    var rdd = JavaSparkContext.fromSparkContext(context).parallelize(tasks, tasks.size()).rdd();
    List<Object> all = IntStream.range(0, more.size()).<Object>mapToObj(i -> i).toList();
    running.add(
        context.submitJob(
            rdd,
            training,
            CollectionConverters.asScala(all).toSeq(),
            (index, counted) -> {
              done.add(new Done<>(more.get((int) index), counted));
              return BoxedUnit.UNIT;
            },
            () -> BoxedUnit.UNIT));
    waiting += more.size();
  }

  private void take(Done<O> one) {
    waiting--;
    Counted<O> counted = one.counted;
    if (counted.failure() != null) {
      throw new IllegalStateException(counted.failure());
    }
    List<Part> parts = one.parts;
    chunks.took(counted.nanos(), parts.stream().mapToInt(Part::count).sum());
    for (int i = 0; i < parts.size(); i++) {
      work.add(parts.get(i), counted.tallies().get(i));
    }
  }

  /** Finds out whether anything will not come back. */
  private void check() {
    if (context.isStopped()) {
      throw new IllegalStateException(
          Require.told(
              "the Spark master ended the sweep, the logs of its workers say why. Received: "
                  + context.master()));
    }
    for (SimpleFutureAction<BoxedUnit> job : running) {
      if (job.isCompleted() && job.value().get().isFailure()) {
        throw failed(job.value().get().failed().get());
      }
    }
    running.removeIf(SimpleFutureAction::isCompleted);
    muster();
  }

  /** Finds out whether there is anybody who works. */
  private void muster() {
    long now = System.nanoTime();
    if (context.isLocal() || context.getExecutorMemoryStatus().size() > 1) {
      seen = now;
      manned = true;
      told = false;
    } else if (!manned && now - seen > PATIENCE) {
      throw new IllegalStateException(
          Require.told(
              "master must have a free worker, start one or free its cores. Received: none in a minute"
                  + " from "
                  + context.master()));
    } else if (manned && !told && now - seen > SILENCE) {
      told = true;
      work.waitFor(
          "a worker of "
              + context.master()
              + ": start one to go on, or interrupt to keep what is counted");
    }
  }

  private static IllegalStateException failed(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher unsent = UNSENT.matcher(message);
    return new IllegalStateException(
        Require.told(
            unsent.find()
                ? "outcomes must be Serializable to come back from Spark. Received: "
                    + unsent.group(1)
                : "Spark gave up, cure what it names and run the sweep again: "
                    + message.lines().findFirst().orElse("")),
        failure);
  }
}
