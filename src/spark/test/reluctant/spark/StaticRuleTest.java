package reluctant.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.train.Loss.MSE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reluctant.JavaShell;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Engine;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;
import reluctant.sweep.Work;
import reluctant.train.Fit;
import reluctant.train.Metric;
import reluctant.train.Run;
import reluctant.train.Trial;

@Tag("long")
class StaticRuleTest {

  private static Sweep sweep() {
    var fit = new Fit(new Adam(0.01), MSE, 1, 32);
    return Sweep.of(new Trial(Sequential.of(1, new Dense(1)), absoluteValue(4, 1), fit, 0));
  }

  @Test
  void aCellsMethodReferenceCanBeSentAndItsOwnCodeCanNot() {
    try (var shell = new JavaShell()) {
      shell.run("import reluctant.sweep.Rule; import reluctant.absolute.Halves;");
      Rule<?> halves = rule(shell, "(Rule<Halves>) Halves::of");
      assertThat(StaticRule.of(halves)).hasToString("reluctant.absolute.Halves::of");
      Rule<?> own = rule(shell, "(Rule<Long>) run -> run.trial().seed()");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StaticRule.of(own))
          .withMessageStartingWith(
              "rule must come from a jar, as Halves::of does, to be sent to Spark: move it into"
                  + " one or sweep by Engine.local(). Received: a rule of REPL.");
    }
  }

  private static Rule<?> rule(JavaShell shell, String java) {
    return (Rule<?>) Objects.requireNonNull(shell.value(java));
  }

  @Test
  void aRuleBringsWhatItCaptured() {
    String mark = "seed ";
    Rule<String> rule = run -> mark + run.trial().seed();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StaticRule.of(rule))
        .withMessageStartingWith("rule must have a name to be kept or sent, as Halves::of has,");
    Rule<String> named = StaticRule.of(named("marked", rule));
    assertThat(sent(named).of(sweep().trial().seed(4).run())).isEqualTo("seed 4");
    assertThat(sent(named).name()).isEqualTo("marked");
    Rule<Double> reached = sent(StaticRule.of(Rule.epochsTo(1e9)));
    assertThat(reached.of(sweep().trial().run())).isEqualTo(1);
    assertThat(reached.name()).isEqualTo("epochs to loss 1.0E9");
    Rule<Boolean> right = sent(StaticRule.of(Rule.atLeast(Metric.CATEGORICAL_ACCURACY, 2)));
    assertThat(right.of(sweep().trial().run())).isFalse();
    assertThat(right.name()).isEqualTo("CATEGORICAL_ACCURACY at least 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StaticRule.of(Run::toString))
        .withMessage(
            "rule must be a static method, as Halves::of is, to be sent to Spark."
                + " Received: reluctant.train.Run::toString");
  }

  /** The rule as an engine is given it. */
  @SuppressWarnings("unchecked") // It is the rule that the sweep was given.
  private static <O extends Comparable<? super O>> Rule<O> named(String name, Rule<O> rule) {
    var given = new AtomicReference<Rule<?>>();
    Engine engine =
        new Engine() {
          @Override
          public <P extends Comparable<? super P>> void run(Work<P> work) {
            given.set(work.rule());
          }

          @Override
          public String describe(Trial trial, int threads) {
            return "";
          }
        };
    sweep().engine(engine).outcomes(rule).named(name).run();
    return (Rule<O>) Objects.requireNonNull(given.get());
  }

  @SuppressWarnings({"unchecked", "BanSerializableRead"}) // What comes back is what was written.
  private static <T> T sent(T value) {
    try {
      var bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(value);
      return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
