package reluctant.claim;

import static reluctant.Text.format;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reluctant.Require;
import reluctant.absolute.Halves;
import reluctant.absolute.Hinges;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.Success;
import reluctant.pyramid.FailureCause;
import reluctant.pyramid.Form;
import reluctant.pyramid.Shape;
import reluctant.sweep.Rule;
import reluctant.train.Run;

/**
 * The rules that kept attacks were counted by, by name: what a file names, and a test trains again.
 * A rule of a cell has no name that outlives its notebook; one that is to be attacked belongs here.
 */
public final class Rules {
  private static final Map<String, Rule<?>> NAMED =
      List.<Rule<?>>of(
              (Rule<Halves>) Halves::of,
              (Rule<Hinges>) Hinges::of,
              (Rule<Success>) Success::of,
              (Rule<Form>) Form::of,
              (Rule<Shape>) Shape::of,
              (Rule<FailureCause>) FailureCause::of)
          .stream()
          .collect(Collectors.toUnmodifiableMap(Rule::name, Function.identity()));

  private static final String LOSS = "loss below ";
  private static final String UNEXPLAINED = "unexplained below ";
  private static final Pattern WITH_BOUND =
      Pattern.compile("(" + LOSS + "|" + UNEXPLAINED + ")([0-9.E-]+)");

  private Rules() {}

  /**
   * Whether the loss of the last epoch is below a bound.
   *
   * @param bound finite, above 0
   */
  public static Rule<Boolean> lossBelow(double bound) {
    return new Bounded(LOSS, Require.finite("bound", bound));
  }

  /**
   * Whether less than a share of the targets' variance is left unexplained: {@link Fvu}.
   *
   * @param bound such as 0.01
   */
  public static Rule<Boolean> unexplainedBelow(double bound) {
    return new Bounded(UNEXPLAINED, Require.finite("bound", bound));
  }

  /** A rule that its bound names. */
  private record Bounded(String what, double bound) implements Rule<Boolean> {
    @Override
    public Boolean of(Run run) {
      double value = what.equals(LOSS) ? run.history().finalLoss() : Fvu.of(run);
      return value < bound;
    }

    @Override
    public String name() {
      return what + bound;
    }
  }

  /**
   * The rule of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Rule<?> named(String name) {
    Matcher bounded = WITH_BOUND.matcher(name);
    if (bounded.matches()) {
      return new Bounded(bounded.group(1), Double.parseDouble(bounded.group(2)));
    }
    Rule<?> rule = NAMED.get(name);
    if (rule == null) {
      throw Require.refusal(
          format(
              "rule must be one that can be attacked, add it to Rules. Received: %s, not one of %s",
              name, NAMED.keySet()));
    }
    return rule;
  }

  /** The same rule, by the names of its outcomes, which are what is kept. */
  static Rule<String> texts(Rule<?> rule) {
    return new Texts(rule);
  }

  private record Texts(Rule<?> rule) implements Rule<String> {
    @Override
    public String of(Run run) {
      return rule.of(run).toString();
    }

    @Override
    public String name() {
      return rule.name();
    }
  }
}
