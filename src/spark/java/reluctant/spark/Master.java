package reluctant.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.master.Master$;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;
import reluctant.Require;
import scala.Option;

/**
 * Whom to ask for machines.
 *
 * @param url {@code "local[2]"} for threads of this JVM, or {@code "spark://host:port"}, with
 *     {@code ",host:port"} for each further master of the same cluster
 */
record Master(String url) {

  private static final Pattern LOCAL = Pattern.compile("local(\\[([1-9]\\d{0,3}|\\*)])?");
  private static final int PATIENCE = 5_000; // milliseconds, for each of the two questions

  static Master of(String url) {
    Require.present("master", url);
    if (!LOCAL.matcher(url).matches() && addresses(url).isEmpty()) {
      throw Require.refusal(
          "master must be spark://host:port of a Spark master, or local[2] for threads of this JVM."
              + " Received: "
              + url);
    }
    return new Master(url);
  }

  boolean isLocal() {
    return LOCAL.matcher(url).matches();
  }

  /** Returns where the masters are, or nothing if the address is malformed. */
  private static List<InetSocketAddress> addresses(String url) {
    if (!url.startsWith("spark://")) {
      return List.of();
    }
    var found =
        Arrays.stream(url.substring("spark://".length()).split(",", -1))
            .map(Master::address)
            .toList();
    return found.stream().allMatch(Optional::isPresent)
        ? found.stream().flatMap(Optional::stream).toList()
        : List.of();
  }

  private static Optional<InetSocketAddress> address(String hostAndPort) {
    try {
      URI uri = URI.create("spark://" + hostAndPort);
      boolean whole = ("spark://" + uri.getHost() + ":" + uri.getPort()).equals(uri.toString());
      return whole && uri.getPort() > 0
          ? Optional.of(InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort()))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Asks whether a Spark master is there, as Spark itself would wait for one for a minute.
   *
   * @return the address that this machine has on the way to it
   * @throws IllegalStateException if none answers
   */
  String reach() throws InterruptedException {
    if (isLocal()) {
      return "127.0.0.1";
    }
    String answer = "";
    for (InetSocketAddress address : addresses(url)) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), PATIENCE);
        String here = socket.getLocalAddress().getHostAddress();
        if (isMaster(address, here)) {
          return here;
        }
        answer = ", and what answers there is no Spark master of this version";
      } catch (IOException e) {
        answer = answer.isEmpty() ? ", and nothing answers there" : answer;
      }
    }
    throw new IllegalStateException(
        Require.told("master must be a running Spark master. Received: " + url + answer));
  }

  private static boolean isMaster(InetSocketAddress address, String here)
      throws InterruptedException {
    var conf =
        new SparkConf(false)
            .set("spark.rpc.lookupTimeout", PATIENCE + "ms")
            .set("spark.rpc.askTimeout", PATIENCE + "ms");
    var security = new SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE());
    var rpc = RpcEnv.create("reluctant", here, 0, conf, security, true);
    try {
      rpc.setupEndpointRef(
          new RpcAddress(address.getHostString(), address.getPort()),
          Master$.MODULE$.ENDPOINT_NAME());
      return true;
    } catch (Exception e) { // Scala does not declare what it throws.
      if (e instanceof InterruptedException interrupt) {
        throw interrupt;
      }
      return false;
    } finally {
      rpc.shutdown();
    }
  }
}
