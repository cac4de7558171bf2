package reluctant;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** What the library writes does not depend on the language of the machine. */
@AnalyzeClasses(packages = "reluctant", importOptions = WithoutTests.class)
class TextTest {

  /** They read the default locale, and none of their overloads takes another. */
  private static final Set<String> OF_THE_DEFAULT_LOCALE =
      Set.of(
          "java.lang.String.formatted",
          "java.text.DecimalFormat.<init>",
          "java.text.MessageFormat.format",
          "java.time.format.DateTimeFormatter.ofLocalizedDate",
          "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
          "java.time.format.DateTimeFormatter.ofLocalizedTime",
          "java.util.Locale.getDefault",
          "java.util.Scanner.<init>",
          "tech.tablesaw.columns.numbers.NumberColumnFormatter.fixedWithGrouping",
          "tech.tablesaw.columns.numbers.NumberColumnFormatter.ints",
          "tech.tablesaw.columns.numbers.NumberColumnFormatter.intsWithGrouping",
          "tech.tablesaw.columns.numbers.NumberColumnFormatter.percent");

  @ArchTest
  static final ArchRule noTextDependsOnTheLanguageOfTheMachine =
      noClasses()
          .should()
          .accessTargetWhere(describe("it reads the default locale", TextTest::readsTheDefault))
          .because("Text.format and toLowerCase(Locale.ROOT) give the same on every machine");

  private static boolean readsTheDefault(JavaAccess<?> access) {
    String name = access.getTargetOwner().getName() + "." + access.getName();
    return OF_THE_DEFAULT_LOCALE.contains(name)
        || (access.getTarget() instanceof CodeUnitAccessTarget target && couldTakeALocale(target));
  }

  /** Whether the same method takes the same arguments and a locale besides. */
  private static boolean couldTakeALocale(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    List<String> given = names(target.getRawParameterTypes());
    return Stream.concat(owner.getMethods().stream(), owner.getConstructors().stream())
        .filter(overload -> overload.getName().equals(target.getName()))
        .map(overload -> names(overload.getRawParameterTypes()))
        .anyMatch(types -> types.remove(Locale.class.getName()) && types.equals(given));
  }

  private static List<String> names(List<JavaClass> types) {
    return new ArrayList<>(types.stream().map(JavaClass::getName).toList());
  }

  /** What a careless author would write, a call a line. */
  @SuppressWarnings({"StringCaseLocaleUsage", "unused"})
  private static final class Careless {
    static final UnaryOperator<String> LOWER = String::toLowerCase;

    static List<Object> all(String text, PrintStream out) {
      return List.of(
          text.toLowerCase(),
          text.toUpperCase(),
          text.formatted(1),
          String.format("%d", 1),
          out.printf("%d", 1),
          out.format("%d", 1),
          new Formatter(),
          new Scanner(text),
          NumberFormat.getInstance(),
          new DecimalFormat("0.0"),
          NumberColumnFormatter.percent(1),
          DateTimeFormatter.ofPattern("MMM"),
          DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL),
          Collator.getInstance(),
          Locale.getDefault());
    }

    static List<Object> none(String text, PrintStream out) {
      return List.of(
          text.toLowerCase(Locale.ROOT),
          String.format(Locale.ROOT, "%d", 1),
          out.printf(Locale.ROOT, "%d", 1),
          NumberFormat.getInstance(Locale.ROOT),
          DateTimeFormatter.ofPattern("MMM", Locale.ROOT),
          text.strip());
    }
  }

  @Test
  void theRuleFindsEachCallThatReadsTheDefault() {
    var careless = new ClassFileImporter().importClasses(Careless.class);
    var found = noTextDependsOnTheLanguageOfTheMachine.evaluate(careless).getFailureReport();
    assertThat(found.getDetails()).hasSize(16).noneMatch(call -> call.contains("Careless.none("));
  }
}
