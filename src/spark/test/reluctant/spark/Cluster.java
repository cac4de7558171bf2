package reluctant.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Spark master and workers of one core each, as processes of this machine. They end with this
 * JVM, however it ends.
 */
final class Cluster implements AutoCloseable {

  /** A shell whose input ends when this JVM does. Executors end when their worker does. */
  private static final String[] WITH_THIS_JVM = {
    "sh", "-c", "\"$@\" & read -r end_of_input; kill -9 $!", "sh"
  };

  private final Path home;
  private final String url;
  private final List<Process> processes = new ArrayList<>();

  Cluster(Path home) throws IOException, InterruptedException {
    this.home = home;
    linkJars();
    int port = freePort();
    url = "spark://127.0.0.1:" + port;
    start("master.Master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
    awaitMaster(port);
  }

  String url() {
    return url;
  }

  /** Kills a worker that has an executor, and the executor. */
  void killOneThatWorks() {
    kill(
        processes.stream()
            .skip(1)
            .filter(worker -> worker.descendants().skip(1).findAny().isPresent())
            .findFirst()
            .orElseThrow());
  }

  /** Kills all workers and executors. */
  void killWorkers() {
    processes.stream().skip(1).forEach(Cluster::kill);
  }

  /** Returns when a process and all that it has started are gone. */
  private static void kill(Process process) {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
  }

  void startWorker() throws IOException {
    Path folder = Files.createTempDirectory(home, "worker");
    String[] own = {"--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "1g"};
    start("worker.Worker", concat(own, "--work-dir", folder.toString(), url));
  }

  /** Executors start with all of Spark's jars and none of ours. */
  private void linkJars() throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      String name = jar.getFileName().toString();
      if (name.endsWith(".jar") && !name.matches("(reluctant|ejml|commons-rng|junit).*")) {
        Files.createSymbolicLink(jars.resolve(name), jar.toAbsolutePath());
      }
    }
  }

  private void start(String program, String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String[] jvm = {java, "@src/spark/jvm.options", "-Xmx256m", "-cp", home + "/jars/*"};
    var builder =
        new ProcessBuilder(
            concat(
                concat(WITH_THIS_JVM, concat(jvm, "org.apache.spark.deploy." + program)),
                arguments));
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.redirectErrorStream(true).redirectOutput(home.resolve(program + ".log").toFile());
    processes.add(builder.start());
  }

  private static String[] concat(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static void awaitMaster(int port) throws IOException, InterruptedException {
    for (int i = 0; i < 300; i++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("the master does not start");
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.forEach(Cluster::kill);
  }
}
