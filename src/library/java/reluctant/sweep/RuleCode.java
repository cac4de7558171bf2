package reluctant.sweep;

import static reluctant.Text.format;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.regex.Pattern;
import reluctant.Require;

/** Where the code of a rule is, as Java would write it down to send it. */
public final class RuleCode {

  /** What stands before the name of a class that was declared in a cell. */
  private static final Pattern CELL = Pattern.compile("^REPL\\.\\$JShell\\$\\w+\\$?");

  private RuleCode() {}

  /**
   * Returns what a lambda expression or method reference would be written as.
   *
   * @param rule any rule
   * @return its code, or nothing if it is an object of a class of its own
   */
  public static Optional<SerializedLambda> of(Rule<?> rule) {
    Rule<?> code = withoutName(rule);
    try {
      Method replace = code.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return replace.invoke(code) instanceof SerializedLambda lambda
          ? Optional.of(lambda)
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the class that a rule's object is of.
   *
   * @param rule any rule
   * @return of a lambda expression, a class that exists in this JVM only
   */
  public static Class<?> type(Rule<?> rule) {
    return withoutName(rule).getClass();
  }

  private static Rule<?> withoutName(Rule<?> rule) {
    return Require.present("rule", rule) instanceof NamedRule<?> named ? named.rule() : rule;
  }

  /** Returns the name of the method that a rule is. What an object brings stands in no name. */
  static String name(Rule<?> rule) {
    return of(rule)
        .filter(code -> !code.getImplMethodName().startsWith("lambda$"))
        .filter(code -> code.getCapturedArgCount() == 0)
        .map(RuleCode::name)
        .orElseThrow(
            () ->
                Require.refusal(
                    format(
                        "rule must have a name to be kept or sent, as Halves::of has, give it one"
                            + " by outcomes(rule).named(\"..\"). Received: %s",
                        what(rule))));
  }

  private static Object what(Rule<?> rule) {
    return of(rule)
        .<Object>map(
            code ->
                code.getImplMethodName().startsWith("lambda$")
                    ? "a lambda expression"
                    : "a method of one object, which its name does not tell")
        .orElse(rule);
  }

  /** Such as "Halves::of": without the package, and without the cell that declared the class. */
  private static String name(SerializedLambda code) {
    String type = CELL.matcher(code.getImplClass().replace('/', '.')).replaceFirst("");
    String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    boolean makes = code.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial;
    return simple + "::" + (makes ? "new" : code.getImplMethodName());
  }
}
