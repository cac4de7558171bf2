package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import reluctant.JavaShell;
import reluctant.examples.Halves;
import reluctant.train.BinaryAccuracy;
import reluctant.train.Evaluation;
import reluctant.train.Loss;
import reluctant.train.Metric;
import reluctant.train.Run;

class RuleNameTest {

  record Wider(double than) implements Rule<Boolean> {
    @Override
    public Boolean of(Run run) {
      return run.network().parameters()[0] > than;
    }

    @Override
    public String name() {
      return "wider than " + than;
    }
  }

  static Boolean own(Run run) {
    return run.trial().seed() > 0;
  }

  private Boolean bound(Run run) {
    return run.hashCode() == hashCode();
  }

  private static String name(Rule<?> rule) {
    return rule.name();
  }

  @Test
  void aMethodHasItsOwnName() {
    assertThat(name((Rule<Halves>) Halves::of)).isEqualTo("Halves::of");
    assertThat(name((Rule<Boolean>) RuleNameTest::own)).isEqualTo("RuleNameTest::own");
    assertThat(name((Rule<String>) Run::toString)).isEqualTo("Run::toString");
    assertThat(name((Rule<Kept>) Kept::new)).isEqualTo("RuleNameTest.Kept::new");
    assertThat(name(new Wider(0.5))).isEqualTo("wider than 0.5");
  }

  /** An outcome that is made of a run. */
  record Kept(Run run) {}

  @Test
  void whatBringsMoreThanItsMethodIsAskedForAName() {
    String mark = "a";
    assertHasNone(run -> mark, "a lambda expression");
    assertHasNone(run -> 1, "a lambda expression");
    assertHasNone(this::bound, "a method of one object, which its name does not tell");
    assertHasNone(
        new Rule<Integer>() {
          @Override
          public Integer of(Run run) {
            return 1;
          }

          @Override
          public String toString() {
            return "mine";
          }
        },
        "mine");
  }

  private static void assertHasNone(Rule<?> rule, String what) {
    assertThatIllegalArgumentException()
        .isThrownBy(rule::name)
        .withMessage(
            "rule must have a name to be kept or sent, as Halves::of has, give it one by"
                + " outcomes(rule).named(\"..\"). Received: "
                + what);
    assertThat(new NamedRule<>("any", rule).name()).isEqualTo("any");
  }

  @Test
  void aNamedRuleIsTheSameRule() {
    Run run = Trials.tiny().run();
    assertThat(new NamedRule<>("own", RuleNameTest::own).of(run)).isEqualTo(own(run));
    assertThat(new NamedRule<>("own", RuleNameTest::own)).hasToString("own");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedRule<>(" \t", RuleNameTest::own))
        .withMessage("name must be one that a reader sees. Received: a blank one");
  }

  @Test
  void aMetricIsARule() {
    Run run = Trials.tiny().run();
    var data = run.trial().dataset();
    assertThat(Rule.metric(Loss.MSE).of(run))
        .isEqualTo(Evaluation.of(run.network(), Loss.MSE, data));
    assertThat(Rule.metric(new BinaryAccuracy(0)).name()).isEqualTo("new BinaryAccuracy(0.0)");
    double share = Evaluation.of(run.network(), Metric.BINARY_ACCURACY, data);
    assertThat(Rule.atLeast(Metric.BINARY_ACCURACY, share).of(run)).isTrue();
    assertThat(Rule.atLeast(Metric.BINARY_ACCURACY, Math.nextUp(share)).of(run)).isFalse();
    assertThat(Rule.atLeast(Metric.CATEGORICAL_ACCURACY, 1).name())
        .isEqualTo("CATEGORICAL_ACCURACY at least 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rule.atLeast(Metric.BINARY_ACCURACY, Double.NaN))
        .withMessage("least must be a finite number. Received: NaN");
  }

  /** Numbers of cells change from run to run, and stand in no name. */
  @Test
  void aMethodOfACellHasTheSameNameInEachSession() {
    for (int cellsBefore : new int[] {0, 5}) {
      try (var shell = new JavaShell()) {
        shell.run("import reluctant.sweep.Rule; import reluctant.examples.Halves;");
        for (int i = 0; i < cellsBefore; i++) {
          shell.run("int a" + i + " = 1;");
        }
        shell.run("class Mine { static String of(reluctant.train.Run run) { return \"\"; } }");
        assertThat(rule(shell, "(Rule<String>) Mine::of").name()).isEqualTo("Mine::of");
        assertThat(rule(shell, "(Rule<Halves>) Halves::of").name()).isEqualTo("Halves::of");
        shell.run("String own(reluctant.train.Run run) { return \"\"; }");
        assertHasNone(rule(shell, "(Rule<String>) run -> own(run)"), "a lambda expression");
      }
    }
  }

  private static Rule<?> rule(JavaShell shell, String java) {
    return (Rule<?>) Objects.requireNonNull(shell.value(java));
  }
}
