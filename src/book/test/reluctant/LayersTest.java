package reluctant;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Dependencies point one way, and each library stays in the packages that it is for. */
@AnalyzeClasses(packages = "reluctant", importOptions = WithoutTests.class)
class LayersTest {

  private static final String BASE = "reluctant";
  private static final String FILES = "reluctant.json..";
  private static final String LINES = "reluctant.line..";

  /** Each package of the library with those that it may see, beside the base, files and lines. */
  private static final List<List<String>> LIBRARY =
      List.of(
          List.of("elementary"),
          List.of("vectors"),
          List.of("nn", "vectors", "elementary"),
          List.of("formula", "elementary"),
          List.of("data", "formula", "elementary"),
          List.of("steps", "nn", "data"),
          List.of("optimizers", "nn", "elementary"),
          List.of("train", "nn", "data", "steps", "optimizers", "elementary"),
          List.of("arithmetic", "nn", "optimizers", "train", "elementary"),
          List.of("lanes", "nn", "data", "arithmetic", "steps", "optimizers", "train"),
          List.of("diagnose", "nn", "data", "optimizers", "train", "elementary"),
          List.of("sweep", "nn", "data", "optimizers", "train", "lanes", "diagnose", "elementary"),
          List.of("doctor", "nn", "data", "optimizers", "train", "lanes", "diagnose", "sweep"));

  /** A question's rules, closed forms and figures; none sees another's. */
  private static final String[] QUESTIONS =
      packages("absolute", "pyramid", "linear", "spectrum", "onerelu", "depth", "xor", "cases");

  /** Those that see what draws. All others of a question are its rules and closed forms. */
  private static final DescribedPredicate<JavaClass> DRAW = describe("draw", LayersTest::draws);

  static boolean draws(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getPackageName())
        .anyMatch(LayersTest::isForFigures);
  }

  private static boolean isForFigures(String name) {
    return name.startsWith("tech.tablesaw")
        || name.startsWith("reluctant.chart")
        || name.startsWith("reluctant.figures");
  }

  private static final String[] FIGURES = packages("chart", "figures");
  private static final String CLAIM = "reluctant.claim..";
  private static final String CSV = "reluctant.csv..";
  private static final String KERNEL = "reluctant.kernel..";
  private static final String SPARK = "reluctant.spark..";

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> "reluctant." + name + "..").toArray(String[]::new);
  }

  private static String[] packages(List<String> names, String... more) {
    return Stream.concat(Arrays.stream(packages(names.toArray(String[]::new))), Stream.of(more))
        .toArray(String[]::new);
  }

  private static String[] library() {
    return packages(LIBRARY.stream().map(layer -> layer.get(0)).toList(), BASE, FILES, LINES);
  }

  @ArchTest
  static void aPackageOfTheLibrarySeesThoseBelowIt(JavaClasses classes) {
    for (List<String> layer : LIBRARY) {
      sees("reluctant." + layer.get(0) + "..", packages(layer, BASE, FILES, LINES)).check(classes);
    }
  }

  /** Classes of one package that depend on none of ours but those of others. */
  private static ArchRule sees(String one, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(one)
        .should()
        .dependOnClassesThat(ours().and(resideOutsideOfPackages(others)));
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAnyPackage("reluctant..");
  }

  @ArchTest static final ArchRule theBaseSeesNothing = sees(BASE, BASE);

  @ArchTest
  static final ArchRule elementaryFunctionsSeeNothing =
      sees("reluctant.elementary..", "reluctant.elementary..");

  @ArchTest static final ArchRule filesSeeTheBase = sees(FILES, FILES, BASE);

  @ArchTest static final ArchRule linesSeeTheBase = sees(LINES, LINES, BASE);

  @ArchTest
  static final ArchRule chartsSeeTheLibraryAlone =
      sees("reluctant.chart..", with(library(), FIGURES[0]));

  @ArchTest
  static final ArchRule figuresThatQuestionsShareSeeNone =
      sees("reluctant.figures..", with(library(), FIGURES));

  /**
   * A complex bin is a point of the plane, so that a spectrum's best network is made of pyramids.
   */
  @ArchTest
  static void aQuestionSeesNoOther(JavaClasses classes) {
    for (String question : QUESTIONS) {
      String[] seen = with(with(library(), FIGURES), question);
      sees(question, question.contains("spectrum") ? with(seen, "reluctant.pyramid..") : seen)
          .check(classes);
    }
  }

  /** Claims know the rules of all questions, by name. */
  @ArchTest
  static final ArchRule claimsSeeTheLibraryAndTheQuestions =
      sees(CLAIM, with(with(library(), QUESTIONS), CLAIM));

  @ArchTest
  static final ArchRule aQuestionIsBelowItsClaims =
      noClasses()
          .that()
          .resideInAnyPackage(QUESTIONS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLAIM);

  @ArchTest
  static final ArchRule rulesAndClosedFormsSeeNoFigure =
      noClasses()
          .that()
          .resideInAnyPackage(QUESTIONS)
          .and(DescribedPredicate.not(DRAW))
          .should()
          .dependOnClassesThat(resideInAnyPackage(QUESTIONS).and(DRAW));

  @ArchTest
  static final ArchRule outcomesAreNoFigures =
      classes()
          .that()
          .resideInAnyPackage(QUESTIONS)
          .and(describe("are values", type -> type.isEnum() || type.isRecord()))
          .and()
          .arePublic()
          .should(be(DescribedPredicate.not(DRAW)));

  @ArchTest
  static final ArchRule theBookIsBelowTheKernel =
      noClasses()
          .that()
          .resideOutsideOfPackage(KERNEL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KERNEL);

  @ArchTest static final ArchRule csvFilesSeeTheLibraryAlone = sees(CSV, with(library(), CSV));

  @ArchTest
  static final ArchRule sparkSeesTheLibraryAlone =
      sees(SPARK, with(library(), SPARK)).allowEmptyShould(true);

  @ArchTest
  static final ArchRule everyClassHasALayer =
      classes()
          .that()
          .resideInAPackage("reluctant..")
          .should()
          .resideInAnyPackage(
              with(with(with(library(), QUESTIONS), FIGURES), CLAIM, CSV, KERNEL, SPARK));

  @ArchTest
  static final ArchRule tablesawIsForTheBook =
      onlyIn("tech.tablesaw..", with(with(FIGURES, QUESTIONS), KERNEL));

  @ArchTest
  static final ArchRule jsonTreesAreForTheBook =
      onlyIn("com.fasterxml.jackson.databind..", with(with(FIGURES, QUESTIONS), CLAIM, KERNEL));

  @ArchTest static final ArchRule chartsTrainNothing = trainsNothing("reluctant.chart..");

  @ArchTest
  static void aTrainingIsFound(JavaClasses classes) {
    assertThat(trainsNothing("reluctant.figures..").evaluate(classes).hasViolation()).isTrue();
  }

  private static ArchRule trainsNothing(String name) {
    return noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .callMethodWhere(describe("it trains", LayersTest::trains))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("reluctant.lanes..", "reluctant.steps..");
  }

  private static boolean trains(JavaMethodCall call) {
    return List.of(
            "Trial.run",
            "OutcomeSweep.run",
            "NumberSweep.run",
            "Sweep.runs",
            "Sweep.rate",
            "Outcomes.exampleRuns",
            "Doctor.of")
        .contains(call.getTargetOwner().getSimpleName() + "." + call.getName());
  }

  @ArchTest static final ArchRule kernelsAreForRendering = onlyIn("org.dflib.jjava..", KERNEL);

  @ArchTest
  static final ArchRule baseKernelsAreForRendering = onlyIn("io.github.spencerpark..", KERNEL);

  @ArchTest static final ArchRule fastCsvIsForCsvFiles = onlyIn("de.siegmar..", CSV);

  @ArchTest static final ArchRule sparkStaysInItsOwnPackage = onlyIn("org.apache.spark..", SPARK);

  @ArchTest
  static final ArchRule incubatorsAreForArithmetic =
      onlyIn("jdk.incubator..", "reluctant.arithmetic..", "reluctant.vectors..");

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  private static ArchRule onlyIn(String library, String... packages) {
    return noClasses()
        .that()
        .resideInAPackage("reluctant..")
        .and()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .allowEmptyShould(true);
  }
}
