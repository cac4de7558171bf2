package reluctant.train;

import java.util.Locale;

/**
 * Shows whoever waits how far long work is. The notebook layer provides one as a service, so that
 * work here shows there without knowing it. For work of your own:
 *
 * <pre>{@code
 * try (var progress = ProgressDisplay.show("400 seeds")) { sweep.outcomes(Halves::of).run(progress); }
 * }</pre>
 */
public interface ProgressDisplay {

  /**
   * Begins to show one piece of work.
   *
   * @param work what is done, such as "400 seeds"
   * @return told of the progress, and closed in the end
   */
  ProgressListener open(String work);

  /**
   * Begins to show one piece of work, if anybody shows it.
   *
   * @param work what is done, such as "%,d seeds"
   * @param numbers the numbers in it
   * @return a listener, which hears nothing where there is no display
   */
  static ProgressListener show(String work, Object... numbers) {
    return InstalledDisplay.FOUND
        .map(display -> display.open(String.format(Locale.ROOT, work, numbers)))
        .orElse(ProgressListener.NONE);
  }
}
