package reluctant.sweep;

import reluctant.Require;

/** Why a sweep ended. */
public enum End {
  /** All its trials were counted. */
  COMPLETED("all counted"),
  /** It had been counted before, and only its first seeds were trained: {@link Outcomes#kept}. */
  KEPT("all trained before and kept, the first 64 seeds once more here"),
  /** Every interval was narrower than asked, see {@link Sweep#stopWhenNarrowerThan}. */
  NARROW_ENOUGH("the intervals were narrow enough"),
  /** It had run for as long as allowed, see {@link Sweep#stopAfter}; trials are missing. */
  TIME_IS_UP("the time was up"),
  /** The thread was interrupted; trials are missing. */
  INTERRUPTED("interrupted");

  private final String words;

  End(String words) {
    this.words = words;
  }

  /** Says whether trials are missing that were asked for. */
  public boolean isPartial() {
    return this == TIME_IS_UP || this == INTERRUPTED;
  }

  /**
   * Says in a title that trials are missing.
   *
   * @param title stands above a figure or a table
   * @return the title, with the reason behind it if there are fewer trials than were asked for
   */
  public String in(String title) {
    Require.present("title", title);
    return isPartial() ? title + " (" + words + ")" : title;
  }

  /** Returns the reason in words, such as "the time was up". */
  @Override
  public String toString() {
    return words;
  }
}
