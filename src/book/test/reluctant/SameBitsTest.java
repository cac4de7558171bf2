package reluctant;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.LeastSquares;

/**
 * Nothing on the way of a training and its outcome asks the JDK for a function whose bits it may
 * choose, or for threads, which a browser lacks: neither the library and the book's rules and
 * closed forms, nor what they reach in other libraries. {@link LeastSquares}, which only figures
 * and readers ask, takes EJML's singular values as they are.
 */
class SameBitsTest {

  /** Methods of Math and StrictMath whose bits are laid down. */
  private static final Set<String> EXACT =
      Set.of(
          "abs",
          "min",
          "max",
          "sqrt",
          "floor",
          "ceil",
          "rint",
          "round",
          "signum",
          "ulp",
          "nextUp",
          "nextDown",
          "scalb",
          "getExponent",
          "copySign",
          "toDegrees",
          "toRadians",
          "floorDiv",
          "floorMod",
          "multiplyHigh",
          "addExact",
          "subtractExact",
          "multiplyExact",
          "toIntExact",
          "incrementExact",
          "negateExact");

  private static final String[] LIBRARY = {
    "reluctant.elementary", "reluctant.nn", "reluctant.data", "reluctant.optimizers",
        "reluctant.steps",
    "reluctant.train", "reluctant.arithmetic", "reluctant.lanes", "reluctant.diagnose",
        "reluctant.sweep",
    "reluctant.json", "reluctant.line"
  };

  private static final String[] QUESTIONS = {
    "reluctant.absolute",
    "reluctant.pyramid",
    "reluctant.linear",
    "reluctant.spectrum",
    "reluctant.onerelu",
    "reluctant.depth"
  };

  /** EJML's operations on floats, complex numbers and sparse matrices, which we have not. */
  private static final Pattern OTHER_KINDS =
      Pattern.compile(".*_([FCZ][A-Z]{2,3}|[DF]S[A-Z]{2})(_.*)?");

  private static boolean isFollowed(String name) {
    return Stream.of("reluctant.", "org.ejml.", "pabeles.concurrency.", "org.apache.commons.")
            .anyMatch(name::startsWith)
        && !OTHER_KINDS.matcher(name).matches();
  }

  private static List<JavaClass> read(String... packages) {
    var importer = new ClassFileImporter().withImportOption(new WithoutTests());
    return CallGraph.alone(() -> new ArrayList<>(importer.importPackages(packages)));
  }

  private static List<String> violations(List<JavaClass> classes) {
    return CallGraph.of(classes, SameBitsTest::isFollowed)
        .waysTo(SameBitsTest::isForbidden)
        .stream()
        .filter(way -> !isAllowed(way))
        .toList();
  }

  /** Ways that give the same bits all the same: powers of two, which Math.pow has exactly. */
  private static boolean isAllowed(String way) {
    return way.endsWith("UtilEjml.<clinit> > Math.pow");
  }

  private static boolean isForbidden(CallGraph.Unit unit) {
    return isChosenByTheJdk(unit) || unit.owner().startsWith("java.util.concurrent.ForkJoin");
  }

  private static boolean isChosenByTheJdk(CallGraph.Unit unit) {
    return (unit.owner().equals("java.lang.Math") || unit.owner().equals("java.lang.StrictMath"))
        && !EXACT.contains(unit.name());
  }

  @Test
  void nothingAsksForAFunctionOfTheJdkOrForThreads() {
    List<JavaClass> classes = read(QUESTIONS);
    classes.removeIf(LayersTest::draws);
    assertThat(classes).isNotEmpty();
    classes.addAll(read(LIBRARY));
    classes.removeIf(type -> type.isEquivalentTo(LeastSquares.class));
    assertThat(violations(classes)).isEmpty();
  }

  @Test
  void whatAsksIsFound() {
    JavaClass asking = new ClassFileImporter().importClass(Asking.class);
    assertThat(violations(List.of(asking)))
        .anyMatch(way -> way.endsWith("Asking.own > Math.exp"))
        .anyMatch(way -> way.contains("Asking.draws") && way.endsWith("Math.exp"))
        .anyMatch(way -> way.contains("Asking.multiplies") && way.contains("ForkJoin"))
        .noneMatch(way -> way.contains("Math.sqrt"));
  }

  /** Asks by itself, through a sampler, and through a product of matrices. */
  @SuppressWarnings("unused")
  private static final class Asking {

    double own(double x) {
      return Math.sqrt(Math.exp(x));
    }

    double draws(UniformRandomProvider random) {
      return ZigguratSampler.NormalizedGaussian.of(random).sample();
    }

    SimpleMatrix multiplies(SimpleMatrix x) {
      return new SimpleMatrix(x).mult(x);
    }
  }
}
