package reluctant;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
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

  /** What shows results, and may choose their digits and places as it likes. */
  private static final Set<String> SHOWING =
      Set.of("reluctant.chart", "reluctant.claim", "reluctant.figures", "reluctant.kernel");

  /** EJML's operations on floats, complex numbers and sparse matrices, which we have not. */
  private static final Pattern OTHER_KINDS =
      Pattern.compile(".*_([FCZ][A-Z]{2,3}|[DF]S[A-Z]{2})(_.*)?");

  /**
   * A descent, a fit and a simplex of libraries, whose results are judged with a tolerance, not by
   * their bits.
   */
  private static final Set<String> TOLERANT =
      Set.of(
          "reluctant.diagnose.Hollow", "reluctant.depth.Pruning", "reluctant.depth.Separability");

  private static boolean isFollowed(String name) {
    return Stream.of("reluctant.", "org.ejml.", "pabeles.concurrency.", "org.apache.commons.")
            .anyMatch(name::startsWith)
        && !OTHER_KINDS.matcher(name).matches()
        && TOLERANT.stream().noneMatch(name::startsWith);
  }

  /** The library, and the rules and closed forms of the book: all that shows nothing. */
  private static List<JavaClass> trainingAndOutcomes() {
    var importer = new ClassFileImporter().withImportOption(new WithoutTests());
    return CallGraph.alone(() -> importer.importPackages("reluctant").stream())
        .filter(type -> !SHOWING.contains(type.getPackageName()))
        .filter(type -> !LayersTest.draws(type))
        .filter(type -> !type.isEquivalentTo(LeastSquares.class))
        .filter(type -> !TOLERANT.contains(type.getName()))
        .toList();
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
    List<JavaClass> classes = trainingAndOutcomes();
    assertThat(classes)
        .map(JavaClass::getName)
        .contains(
            "reluctant.pyramid.Shape", "reluctant.train.Trial", "reluctant.elementary.Elementary");
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
