package reluctant.spark;

import static reluctant.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import reluctant.Require;

/**
 * The JVM's one SparkContext: the reader's own if there is one, or else one for a single sweep, so
 * that the cluster's cores are free again after it.
 *
 * @param context a running context
 * @param isOurs whether to stop it at the end
 */
record Session(SparkContext context, boolean isOurs) implements AutoCloseable {

  /**
   * Starts Spark or takes what is there.
   *
   * @throws IllegalStateException if Spark can't be started
   */
  static Session open(Master master) throws InterruptedException {
    var active = SparkContext$.MODULE$.getActive();
    if (active.isDefined()) {
      String other = active.get().master();
      if (!other.equals(master.url())) {
        throw new IllegalStateException(
            Require.told(
                format(
                    "master must be that of this JVM's SparkContext, or stop that one first. Received: %s, not %s",
                    master.url(), other)));
      }
      return new Session(active.get(), false);
    }
    if (!Object.class.getModule().isOpen("sun.nio.ch", SparkContext.class.getModule())) {
      throw new IllegalStateException(
          "Spark needs the JVM options of src/spark/jvm.options, start by ./workbook lab --spark"
              + " or by java @src/spark/jvm.options. Received: a JVM without them");
    }
    return new Session(start(configuration(master, master.reach())), true);
  }

  /** Every setting can be given as a system property, such as {@code spark.executor.memory}. */
  private static SparkConf configuration(Master master, String address) {
    return new SparkConf()
        .setMaster(master.url())
        .setIfMissing("spark.app.name", "reluctant")
        .setIfMissing("spark.driver.host", address)
        .setIfMissing("spark.driver.bindAddress", address)
        .setIfMissing("spark.ui.enabled", "false");
  }

  /** Starts in a thread of its own, as an interrupt would leave Spark half started. */
  private static SparkContext start(SparkConf conf) {
    try {
      return CompletableFuture.supplyAsync(() -> new SparkContext(conf), Session::startThread)
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException(Require.told("Spark can't be started: " + e.getCause()), e);
    }
  }

  private static void startThread(Runnable work) {
    var thread = new Thread(work, "reluctant-spark");
    thread.setDaemon(true);
    thread.setContextClassLoader(Session.class.getClassLoader());
    thread.start();
  }

  void send(List<Path> jars) {
    jars.forEach(jar -> context.addJar(jar.toUri().toString()));
  }

  @Override
  public void close() {
    if (isOurs) {
      // An interrupt would leave it half stopped, and no other could start.
      CompletableFuture.runAsync(context::stop, Session::startThread).join();
    }
  }
}
