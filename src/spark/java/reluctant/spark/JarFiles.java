package reluctant.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.train.Trial;

/** The jars that executors need beside those of every Spark: this library's and a rule's. */
final class JarFiles {

  /** One class of each jar. Jackson and Commons Math come with Spark. */
  private static final List<Class<?>> NEEDED =
      List.of(
          Trial.class,
          SparkEngine.class,
          SimpleMatrix.class,
          DMatrixRMaj.class,
          CommonOps_DDRM.class,
          UniformRandomProvider.class,
          XoShiRo256PlusPlus.class,
          PermutationSampler.class);

  private JarFiles() {}

  /** Says whether executors can have a class: whether it comes from a file or with the JDK. */
  static boolean canSend(Class<?> type) {
    return type.getModule().isNamed() || place(type).isPresent();
  }

  /**
   * Returns all jars to send.
   *
   * @param rule the class that a rule comes from
   */
  static List<Path> of(Class<?> rule) {
    return Stream.concat(NEEDED.stream(), Stream.of(rule))
        .map(JarFiles::place)
        .flatMap(Optional::stream)
        .distinct()
        .map(place -> Files.isDirectory(place) ? packed(place) : place)
        .toList();
  }

  private static Optional<Path> place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null || !location.getProtocol().equals("file")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(location.toURI())).filter(Files::exists);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Packs classes that are in no jar yet. */
  private static Path packed(Path classes) {
    try (Stream<Path> files = Files.walk(classes)) {
      Path jar = Files.createTempFile("classes", ".jar");
      jar.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(jar);
          var packed = new JarOutputStream(out)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          packed.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, packed);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(
          Require.told(classes + " can't be packed for Spark's executors: " + e), e);
    }
  }
}
