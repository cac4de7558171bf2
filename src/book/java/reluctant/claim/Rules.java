package reluctant.claim;

import static java.util.Map.entry;
import static reluctant.Text.format;
import static reluctant.train.Metric.BINARY_ACCURACY;
import static reluctant.train.Metric.CATEGORICAL_ACCURACY;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.Text;
import reluctant.absolute.Forecast;
import reluctant.absolute.Halves;
import reluctant.absolute.Hinges;
import reluctant.absolute.NegativeInputs;
import reluctant.absolute.Reach;
import reluctant.absolute.SmallStep;
import reluctant.absolute.StartSigns;
import reluctant.depth.Codes;
import reluctant.depth.Collapse;
import reluctant.depth.OpenPaths;
import reluctant.depth.Pruning;
import reluctant.depth.Separability;
import reluctant.depth.SilentAtEnd;
import reluctant.depth.SilentAtStart;
import reluctant.diagnose.Correlation;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.SilentUnits;
import reluctant.diagnose.Success;
import reluctant.diagnose.Symptom;
import reluctant.linear.LinearMap;
import reluctant.pyramid.BestOfThree;
import reluctant.pyramid.Creases;
import reluctant.pyramid.DeadUnits;
import reluctant.pyramid.FailureCause;
import reluctant.pyramid.Form;
import reluctant.pyramid.FreshSamples;
import reluctant.pyramid.HalfDead;
import reluctant.pyramid.Reaches;
import reluctant.pyramid.Rest;
import reluctant.pyramid.Shape;
import reluctant.pyramid.Waking;
import reluctant.spectrum.Spectrum;
import reluctant.sweep.Rule;
import reluctant.train.Run;
import reluctant.xor.Corners;
import reluctant.xor.Sight;

/**
 * The rules that kept attacks were counted by, by name: what a file names, and a test trains again.
 * A rule of a cell has no name that outlives its notebook; one that is to be attacked belongs here.
 */
public final class Rules {
  /** By the names that {@link Rule#name} gives them, written out for where Java can't ask. */
  private static final Map<String, Rule<?>> NAMED =
      Map.ofEntries(
          entry("Halves::of", (Rule<Halves>) Halves::of),
          entry("Forecast::cameTrueOf", (Rule<Boolean>) Forecast::cameTrueOf),
          entry("StartSigns::of", (Rule<StartSigns>) StartSigns::of),
          entry("Reach::of", (Rule<Reach>) Reach::of),
          entry("Hinges::of", (Rule<Hinges>) Hinges::of),
          entry("NegativeInputs::of", (Rule<NegativeInputs>) NegativeInputs::of),
          entry("SmallStep::of", (Rule<SmallStep>) SmallStep::of),
          entry("LinearMap::of", (Rule<LinearMap>) LinearMap::of),
          entry("Spectrum::stuckBins", (Rule<Integer>) Spectrum::stuckBins),
          entry("Success::of", (Rule<Success>) Success::of),
          entry("Symptom::of", (Rule<Symptom>) Symptom::of),
          entry("Form::of", (Rule<Form>) Form::of),
          entry("Shape::of", (Rule<Shape>) Shape::of),
          entry("Separability::atStart", (Rule<Separability>) Separability::atStart),
          entry("Collapse::of", (Rule<Collapse>) Collapse::of),
          entry("OpenPaths::of", (Rule<OpenPaths>) OpenPaths::of),
          entry("Pruning::of", (Rule<Pruning>) Pruning::of),
          entry("SilentAtStart::of", (Rule<SilentAtStart>) SilentAtStart::of),
          entry("SilentAtEnd::of", (Rule<SilentAtEnd>) SilentAtEnd::of),
          entry("Creases::of", (Rule<Creases>) Creases::of),
          entry("Rest::of", (Rule<Rest>) Rest::of),
          entry("BestOfThree::isReached", (Rule<Boolean>) BestOfThree::isReached),
          entry("DeadUnits::areInactive", (Rule<Boolean>) DeadUnits::areInactive),
          entry("DeadUnits::arePassive", (Rule<Boolean>) DeadUnits::arePassive),
          entry("DeadUnits::areUseless", (Rule<Boolean>) DeadUnits::areUseless),
          entry("FailureCause::of", (Rule<FailureCause>) FailureCause::of),
          entry("Reaches::pyramid", (Rule<Boolean>) Reaches::pyramid),
          entry("Reaches::bowl", (Rule<Boolean>) Reaches::bowl),
          entry("HalfDead::of", (Rule<HalfDead>) HalfDead::of),
          entry("Reaches::alongAnAxis", (Rule<Boolean>) Reaches::alongAnAxis),
          entry("Waking::of", (Rule<Waking>) Waking::of),
          entry("Corners::of", (Rule<Corners>) Corners::of),
          entry("Sight::of", (Rule<Sight>) Sight::of),
          entry("silent units of layer 1", Waking.inLayer(1)));

  /** Rules with a bound, which their name tells. */
  private static final Map<String, BiFunction<Run, Double, ?>> WITH_BOUND =
      Map.of(
          "loss below",
          (run, bound) -> run.history().finalLoss() < bound,
          "unexplained below",
          (run, bound) -> Fvu.of(run) < bound,
          "halves within",
          Halves::of,
          "linear map within",
          LinearMap::of,
          "zeros above",
          (run, bound) -> Codes.zeros(run) > bound,
          "spread of the active units above",
          (run, bound) -> Codes.spread(run) > bound,
          "correlation of active units and errors below",
          (run, bound) -> Codes.correlation(run) < bound,
          "correlated below",
          (run, bound) -> Correlation.of(run) < bound,
          "silent at",
          (run, slope) -> SilentUnits.count(run, slope) > 0);

  private static final Pattern BOUND = Pattern.compile("([a-z ]+) ([0-9.E-]+)");

  /** Rules that are named after their cuts. */
  private static final Map<Pattern, Function<double[], Rule<?>>> WITH_CUTS =
      Map.of(
          Pattern.compile("BINARY_ACCURACY at least ([0-9.E-]+)"),
          least -> Rule.atLeast(BINARY_ACCURACY, least[0]),
          Pattern.compile("CATEGORICAL_ACCURACY at least ([0-9.E-]+)"),
          least -> Rule.atLeast(CATEGORICAL_ACCURACY, least[0]),
          withNumbers("collapse within N"),
          cut -> Collapse.within(cut[0]),
          withNumbers("creases within N and N degrees"),
          cuts -> Creases.within(cuts[0], cuts[1]),
          withNumbers("shape by N, N, N, N"),
          cuts -> Shape.by(cuts[0], cuts[1], cuts[2], cuts[3]),
          withNumbers("dead below N, duplicate below N degrees"),
          cuts -> FailureCause.within(cuts[0], cuts[1]),
          withNumbers("a unit active below N"),
          cuts -> DeadUnits.activeBelow(cuts[0]),
          withNumbers("silent units of layer N after N fresh epochs, N times as far"),
          cuts -> new FreshSamples((int) cuts[1], cuts[2], (int) cuts[0]));

  private Rules() {}

  private static Pattern withNumbers(String name) {
    return Pattern.compile(name.replace("N", "([0-9.E-]+)"));
  }

  /**
   * Whether the loss of the last epoch is below a bound.
   *
   * @param bound finite, above 0
   */
  public static Rule<Boolean> lossBelow(double bound) {
    return new Bounded<>("loss below", bound);
  }

  /**
   * Whether less than a share of the targets' variance is left unexplained: {@link Fvu}.
   *
   * @param bound such as 0.01
   */
  public static Rule<Boolean> unexplainedBelow(double bound) {
    return new Bounded<>("unexplained below", bound);
  }

  /**
   * Which halves of |x| are learnt, by a limit of one's own: {@link Halves#of(Run, double)}.
   *
   * @param limit the share of a half's mean square that its error stays below
   */
  public static Rule<Halves> halvesWithin(double limit) {
    return new Bounded<>("halves within", Require.positive("limit", limit));
  }

  /**
   * What a linear layer learnt, by another cut: {@link LinearMap}.
   *
   * @param largestError such as 0.1, in parts of the true kernel's largest number
   */
  public static Rule<LinearMap> mapWithin(double largestError) {
    return new Bounded<>("linear map within", Require.positive("largestError", largestError));
  }

  /**
   * Whether more than a share of the hidden outputs is exactly 0: {@link Codes#zeros}.
   *
   * @param bound such as 0.25
   */
  public static Rule<Boolean> zerosAbove(double bound) {
    return new Bounded<>("zeros above", bound);
  }

  /**
   * Whether the number of units that are on differs between samples by more: {@link Codes#spread}.
   *
   * @param bound such as 0
   */
  public static Rule<Boolean> spreadAbove(double bound) {
    return new Bounded<>("spread of the active units above", bound);
  }

  /**
   * Whether the number of units that are on and the size of the error are correlated by less:
   * {@link Codes#correlation}.
   *
   * @param bound such as 0
   */
  public static Rule<Boolean> correlationBelow(double bound) {
    return new Bounded<>("correlation of active units and errors below", bound);
  }

  /**
   * Whether the living units of the first layer are nearly independent: their outputs correlate by
   * less than a bound, in the mean of the pairs. {@link Correlation}
   *
   * @param bound such as 0.5
   */
  public static Rule<Boolean> correlatedBelow(double bound) {
    return new Bounded<>("correlated below", bound);
  }

  /**
   * Whether a unit of the first layer hardly passes a gradient: {@link SilentUnits}.
   *
   * @param slope the largest slope that counts as silent, 0 for dead units alone
   */
  public static Rule<Boolean> silentAt(double slope) {
    return new Bounded<>("silent at", slope);
  }

  /** A rule that its bound names. */
  private record Bounded<O>(String what, double bound) implements Rule<O> {
    Bounded {
      Require.finite("bound", bound);
    }

    @Override
    @SuppressWarnings("unchecked") // each public method above names the type of its rule
    public O of(Run run) {
      return (O) Require.present(what, WITH_BOUND.get(what)).apply(run, bound);
    }

    @Override
    public String name() {
      return what + " " + bound;
    }
  }

  /** Returns the names of those that have no bound and no cuts of their own. */
  public static Set<String> names() {
    return NAMED.keySet();
  }

  /**
   * The rule of a name.
   *
   * @param name what a rule's {@link Rule#name} gave
   * @throws IllegalArgumentException if there is none
   */
  public static Rule<?> named(String name) {
    Matcher bounded = BOUND.matcher(name);
    if (bounded.matches() && WITH_BOUND.containsKey(bounded.group(1))) {
      return new Bounded<>(bounded.group(1), Double.parseDouble(bounded.group(2)));
    }
    for (var rules : WITH_CUTS.entrySet()) {
      Matcher cut = rules.getKey().matcher(name);
      if (cut.matches()) {
        return rules.getValue().apply(numbers(cut));
      }
    }
    Rule<?> rule = NAMED.get(name);
    if (rule == null) {
      throw Require.refusal(
          format(
              "rule must be one that can be attacked, add it to Rules. Received: %s, not one of %s",
              name, Text.sorted(NAMED.keySet())));
    }
    return rule;
  }

  private static double[] numbers(Matcher found) {
    return IntStream.rangeClosed(1, found.groupCount())
        .mapToDouble(i -> Double.parseDouble(found.group(i)))
        .toArray();
  }

  /**
   * The same rule, by the names of its outcomes, which are what is kept.
   *
   * @param rule any rule
   */
  public static Rule<String> texts(Rule<?> rule) {
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
