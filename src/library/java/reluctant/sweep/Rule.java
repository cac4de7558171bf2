package reluctant.sweep;

import java.io.Serializable;
import reluctant.train.Run;

/**
 * Says what became of a run: {@code Halves::of}, or any function of the trained network.
 *
 * <p>It is called by several threads and, on a cluster, sent to other machines. It must give the
 * same outcome for the same run.
 *
 * @param <O> the type of an outcome
 */
@FunctionalInterface
public interface Rule<O> extends Serializable {

  /**
   * Says what became of a run.
   *
   * @param run a trial that was trained
   * @return the outcome, never null
   */
  O of(Run run);

  /**
   * Returns what this rule is called where its outcomes are kept or sent. A method has its own
   * name, such as {@code Halves::of}; a lambda expression gets one by {@link OutcomeSweep#named}. A
   * class of rules overrides this, with a name that tells its rules apart.
   *
   * @return the name, the same in each JVM
   * @throws IllegalArgumentException if it has none
   */
  default String name() {
    return RuleCode.name(this);
  }
}
