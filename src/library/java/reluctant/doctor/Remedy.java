package reluctant.doctor;

import java.util.function.UnaryOperator;
import reluctant.train.Trial;

/**
 * A change of a trial that takes a cause away.
 *
 * @param name what is done, such as "inputs standardized"
 * @param cause what it takes away
 * @param cost how many times as long its training takes, about
 * @param change does it
 */
record Remedy(String name, Cause cause, double cost, UnaryOperator<Trial> change) {

  Trial of(Trial trial) {
    return change.apply(trial);
  }

  /** Says whether it changes a trial, into one that can be trained. */
  boolean changes(Trial trial) {
    try {
      Trial changed = of(trial);
      changed.initial();
      changed.dataset();
      return !changed.equals(trial);
    } catch (IllegalArgumentException refused) {
      return false; // Such as more units where a kernel is given number by number.
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
