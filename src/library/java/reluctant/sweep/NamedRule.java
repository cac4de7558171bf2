package reluctant.sweep;

import reluctant.Require;
import reluctant.train.Run;

/**
 * A rule that was given its name.
 *
 * @param <O> the type of an outcome
 * @param name what it is called
 * @param rule what is called so
 */
record NamedRule<O>(String name, Rule<O> rule) implements Rule<O> {

  NamedRule {
    if (Require.present("name", name).isBlank()) {
      throw Require.refusal("name must be one that a reader sees. Received: a blank one");
    }
    Require.present("rule", rule);
  }

  @Override
  public O of(Run run) {
    return rule.of(Require.present("run", run));
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
