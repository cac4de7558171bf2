package reluctant.claim;

import java.util.Locale;

/** What a measurement says of a criterion. */
public enum Answer {
  /** The criterion is surely met. */
  YES,
  /** It is surely not met. */
  NO,
  /** What was measured lies between, or is not sure enough. */
  UNDECIDED;

  static Answer of(boolean holds) {
    return holds ? YES : NO;
  }

  static Answer named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Returns the name that cards and files use, such as "yes". */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Both together: yes if both are, no if one is. */
  Answer and(Answer other) {
    return this == NO || other == NO ? NO : this == YES && other == YES ? YES : UNDECIDED;
  }
}
