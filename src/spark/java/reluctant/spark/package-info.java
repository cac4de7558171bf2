/**
 * Sweeps on <a href="https://spark.apache.org">Apache Spark</a> 4.2, found by {@link
 * reluctant.sweep.Engine#spark} when it is on the classpath.
 *
 * <pre>{@code
 * var sweep = Sweep.of(trial).seeds(0, 10_000_000);
 * sweep.engine(Engine.spark("spark://host:7077")).outcomes(Halves::of).run();
 * }</pre>
 *
 * <p><b>What it does.</b> A task trains some parts of the sweep, cut so that it takes about a
 * second, counts their outcomes on the executor and sends back one tally for each part. Tallies are
 * added as they come, so progress, limits, files and interrupts work as on one machine, and so do
 * the counts, to the bit. Spark trains again what a lost executor had at hand. The JVM's own
 * SparkContext is used if there is one of this master; otherwise one is started for the sweep and
 * stopped after it, and the cluster's cores are free again.
 *
 * <p><b>What it needs.</b> A notebook: {@code ./workbook lab --spark}. Any other program: {@code
 * mvn -Dquick -Pspark -Dmaven.test.skip package}, then {@code java @src/spark/jvm.options -cp
 * "target/lib/*:target/spark/*"} and its class. The options are those that Spark asks of every JVM.
 * The cluster is a standalone one of Spark 4.2 with Scala 2.13 on JDK 17 or newer, or {@code
 * local[2]} for two threads of this JVM. It needs nothing of this library: its jars, 2 MB, and the
 * rule's are sent along. Settings of Spark are system properties, such as {@code
 * spark.executor.memory} and {@code spark.cores.max}.
 *
 * <p><b>A cluster.</b> An unmodified Spark is one, such as that of PyPI, {@code pip install
 * pyspark==4.2.0}. With {@code SPARK_HOME=$(python -c "import pyspark; print(*pyspark.__path__)")}
 * the first line starts a master, and the second one a worker, on each machine that is to work:
 *
 * <pre>
 * $SPARK_HOME/bin/spark-class org.apache.spark.deploy.master.Master --host HOST
 * $SPARK_HOME/bin/spark-class org.apache.spark.deploy.worker.Worker spark://HOST:7077
 * </pre>
 *
 * <p>A program can also be started by its {@code spark-submit}, with this library's jars in {@code
 * --jars}: those of {@code target/lib}, and {@code target/spark/reluctant-spark-0.2.0.jar}.
 *
 * <p><b>What gets lost.</b> A worker can come and go. A sweep that has lost its last one says so,
 * in its bar or on {@code System.err}, and goes on when one comes. Until then, and also when it
 * ends by an interrupt or its {@code stopAfter}, nothing that was counted is lost. At its start a
 * sweep waits a minute for a worker and then fails.
 *
 * <p><b>What can be sent.</b> A trial of the library's own parts. A rule whose code is a static
 * method in a jar, such as {@code Halves::of}, also from a notebook's cell; a lambda expression of
 * a jar needs a name, {@code outcomes(rule).named("..")}, under which Spark lists the work, and one
 * of a cell can not be sent, as its class is in no file. Outcomes that are {@link
 * java.io.Serializable}: constants of enums, strings, numbers, records that say so.
 *
 * <p>{@link reluctant.spark.SparkProvider} is the door. Behind it {@code SparkEngine} opens a
 * {@code Session} with a {@code Master}, and {@code Jobs} keeps the executors busy with {@code
 * Chunks}, on which {@code Training} runs.
 */
@NullMarked
package reluctant.spark;

import org.jspecify.annotations.NullMarked;
