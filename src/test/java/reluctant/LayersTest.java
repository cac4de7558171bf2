package reluctant;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way, and each library stays in the packages that it is for. */
@AnalyzeClasses(packages = "reluctant", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule packagesDependOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("nn")
          .definedBy("reluctant.nn..")
          .layer("data")
          .definedBy("reluctant.data..")
          .layer("lanes")
          .definedBy("reluctant.lanes..")
          .layer("train")
          .definedBy("reluctant.train..")
          .layer("diagnose")
          .definedBy("reluctant.diagnose..")
          .layer("sweep")
          .definedBy("reluctant.sweep..")
          .layer("plot")
          .definedBy("reluctant.plot..")
          .layer("notebook")
          .definedBy("reluctant.notebook..")
          .layer("spark")
          .definedBy("reluctant.spark..")
          .whereLayer("nn")
          .mayNotAccessAnyLayer()
          .whereLayer("data")
          .mayNotAccessAnyLayer()
          .whereLayer("lanes")
          .mayOnlyAccessLayers("nn")
          .whereLayer("train")
          .mayOnlyAccessLayers("nn", "data", "lanes")
          .whereLayer("diagnose")
          .mayOnlyAccessLayers("nn", "data", "train")
          .whereLayer("sweep")
          .mayOnlyAccessLayers("nn", "data", "train", "diagnose")
          .whereLayer("plot")
          .mayOnlyAccessLayers("nn", "data", "train", "diagnose", "sweep")
          .whereLayer("spark")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("spark")
          .mayOnlyAccessLayers("nn", "data", "train", "diagnose", "sweep");

  @ArchTest
  static final ArchRule everyClassHasALayer =
      classes()
          .should()
          .resideInAnyPackage(
              "reluctant",
              "reluctant.json..",
              "reluctant.line..",
              "reluctant.nn..",
              "reluctant.data..",
              "reluctant.lanes..",
              "reluctant.train..",
              "reluctant.diagnose..",
              "reluctant.sweep..",
              "reluctant.plot..",
              "reluctant.notebook..",
              "reluctant.spark..");

  @ArchTest
  static final ArchRule theBaseDependsOnNoLayer =
      noClasses()
          .that()
          .resideInAnyPackage("reluctant", "reluctant.json..", "reluctant.line..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("reluctant.(*)..")
                  .and(resideOutsideOfPackages("reluctant.json..", "reluctant.line..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule tablesawIsForPlotsAndNotebooks =
      onlyIn("tech.tablesaw..", "reluctant.plot..", "reluctant.notebook..");

  @ArchTest
  static final ArchRule jsonTreesAreForPlotsAndNotebooks =
      onlyIn("com.fasterxml.jackson.databind..", "reluctant.plot..", "reluctant.notebook..");

  @ArchTest
  static final ArchRule kernelsAreForNotebooks =
      onlyIn(new String[] {"org.dflib.jjava..", "io.github.spencerpark.."}, "reluctant.notebook..");

  @ArchTest
  static final ArchRule matricesStayOutOfTheRoot =
      onlyIn(
          "org.ejml..",
          "reluctant.nn..",
          "reluctant.data..",
          "reluctant.train..",
          "reluctant.diagnose..",
          "reluctant.sweep..",
          "reluctant.plot..",
          "reluctant.notebook..",
          "reluctant.spark..");

  @ArchTest
  static final ArchRule sparkStaysInItsOwnPackage =
      onlyIn(new String[] {"org.apache.spark..", "scala.."}, "reluctant.spark..");

  @ArchTest
  static final ArchRule incubatorsAreForLanes = onlyIn("jdk.incubator..", "reluctant.lanes..");

  private static ArchRule onlyIn(String library, String... packages) {
    return onlyIn(new String[] {library}, packages);
  }

  private static ArchRule onlyIn(String[] libraries, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .allowEmptyShould(true);
  }
}
