package reluctant.kernel;

import static reluctant.Text.format;

import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import reluctant.chart.DrawnText;

/**
 * Errors of the compiler in one sentence with the cure, by their codes, which are the same in every
 * language of a JDK.
 */
final class CompilerErrors {
  private static final String UNKNOWN = "compiler.err.cant.resolve";
  private static final String NO_PACKAGE = "compiler.err.doesnt.exist";
  private static final String OTHER_TYPE = "compiler.err.prob.found.req";
  private static final int SHOWN = 60;

  private CompilerErrors() {}

  /** What to say instead of a compiler's error; nothing of most. */
  static Optional<String> sentence(Diag error, String source, JShell shell) {
    String place = place(error, source);
    if (error.getCode().startsWith(UNKNOWN)) {
      return Optional.of(unknown(place, shell));
    }
    if (error.getCode().equals(NO_PACKAGE)) {
      return Optional.of(
          place.isEmpty()
              ? format(
                  "There is no package of the name in `%s`: correct it, or put its jar on the classpath by %%classpath.",
                  shown(source))
              : unknown(place.replaceFirst("\\..*", ""), shell));
    }
    return error.getCode().equals(OTHER_TYPE) && error.getMessage(null).contains("Comparable<")
        ? ofAnotherType(place)
        : Optional.empty();
  }

  /** What a rule may give. */
  private static Optional<String> ofAnotherType(String place) {
    if (place.contains(".outcomes(")) {
      return Optional.of(
          "Outcomes must be of one type that can be compared, as texts, whole numbers, truth"
              + " values and enum constants can: return one of these, as String.valueOf(..).");
    }
    return place.contains(".numbers(")
        ? Optional.of(
            "The number of a run must be a double, an int or a long: return one of these, and"
                + " Double.NaN for a run that has none.")
        : Optional.empty();
  }

  private static String place(Diag error, String source) {
    int start = (int) Math.max(0, error.getStartPosition());
    int end = (int) Math.min(source.length(), error.getEndPosition());
    return start < end ? source.substring(start, end) : "";
  }

  private static String unknown(String place, JShell shell) {
    int dot = place.lastIndexOf('.');
    if (dot > 0) {
      return format(
          "Nothing is named %s in %s: correct the name; Tab after the dot lists what there is.",
          shown(place.substring(dot + 1)), shown(place.substring(0, dot)));
    }
    return shell
        .snippets()
        .filter(DeclarationSnippet.class::isInstance)
        .map(DeclarationSnippet.class::cast)
        .filter(declared -> declared.name().equals(place))
        .filter(declared -> shell.unresolvedDependencies(declared).findAny().isPresent())
        .findFirst()
        .map(declared -> waiting(declared, shell))
        .orElse(
            format(
                "Nothing is named %s here: correct the name, import it, or run the cell that declares it.",
                shown(place)));
  }

  /** What to say of a declaration that cannot be used as it is. */
  static String waiting(DeclarationSnippet declaration, JShell shell) {
    String name = declaration.name() + (declaration instanceof MethodSnippet ? "(..)" : "");
    String missing =
        shell
            .unresolvedDependencies(declaration)
            .map(kindAndName -> kindAndName.replaceFirst("^\\S+ ", ""))
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? name + " no longer fits what it uses: correct it and run its cell again."
        : format(
            "%s uses %s, which nothing declares: correct the name, or run the cell that declares it, then this one again.",
            name, shown(missing));
  }

  private static String shown(String source) {
    return DrawnText.cut(source.strip().replaceAll("\\s+", " "), SHOWN);
  }
}
