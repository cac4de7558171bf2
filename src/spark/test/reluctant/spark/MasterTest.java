package reluctant.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.train.Loss.MSE;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.absolute.Halves;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Engine;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

@Tag("long")
class MasterTest {

  private static Sweep sweep() {
    var fit = new Fit(new Adam(0.01), MSE, 1, 32);
    return Sweep.of(new Trial(Sequential.of(1, new Dense(1)), absoluteValue(4, 1), fit, 0));
  }

  @Test
  void aMasterThatIsNotThereIsNamed() throws IOException {
    String url = "spark://127.0.0.1:" + Cluster.freePort();
    assertThatIllegalStateException()
        .isThrownBy(() -> sweep().engine(Engine.spark(url)).outcomes(Halves::of).run())
        .withMessage(
            "master must be a running Spark master. Received: %s, and nothing answers there", url);
    try (var other = new ServerSocket(0)) {
      String wrong = "spark://127.0.0.1:" + other.getLocalPort();
      assertThatIllegalStateException()
          .isThrownBy(() -> sweep().engine(Engine.spark(wrong)).outcomes(Halves::of).run())
          .withMessage(
              "master must be a running Spark master. Received: %s,"
                  + " and what answers there is no Spark master of this version",
              wrong);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "local[0]",
        "local[x]",
        "local-cluster[2,1,1024]",
        "yarn",
        "127.0.0.1:7077",
        "spark://",
        "spark://host",
        "spark://host:0",
        "spark://host:port",
        "spark://host:7077/x",
        "spark://host:7077,",
        "spark://ho st:7077"
      })
  void aMalformedMasterIsRefused(String master) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engine.spark(master))
        .withMessage(
            "master must be spark://host:port of a Spark master, or local[2] for threads of this"
                + " JVM. Received: %s",
            master);
  }

  @Test
  void theJvmsOptionsAreSparks() throws IOException {
    List<String> options =
        Files.readAllLines(Path.of("src/spark/jvm.options")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(options).containsExactly(JavaModuleOptions.defaultModuleOptions().split(" "));
  }
}
