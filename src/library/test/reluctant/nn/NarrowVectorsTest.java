package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.ChildJvm;

/** {@link DenseVectorsTest} in JVMs whose vectors are narrower than this machine's. */
class NarrowVectorsTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void haveTheBitsOfPlainLoops(int width, @TempDir Path folder) throws Exception {
    assumeTrue(DenseVectorsTest.width() >= width, "This JVM has no vectors of " + width);
    Path options = folder.resolve("options");
    int bytes = width * Double.BYTES;
    Files.writeString(options, "--add-modules=jdk.incubator.vector -XX:MaxVectorSize=" + bytes);
    Process child = ChildJvm.start(DenseVectorsTest.class, List.of(), "@" + options);
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).endsWith(width + " []" + System.lineSeparator());
  }
}
