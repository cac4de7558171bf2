package reluctant.kernel;

import static reluctant.Text.format;

import java.util.Locale;
import reluctant.lanes.Lockstep;
import reluctant.sweep.Axis;
import reluctant.sweep.End;
import reluctant.sweep.Sweep;

/** What stands below the table of a sweep. */
final class SweepNote {
  private SweepNote() {}

  /** Says what is the same on each machine, so not how many threads there were. */
  static String of(Sweep sweep, long counted, End end) {
    String how =
        Lockstep.obstacle(sweep.trial())
            .map(obstacle -> " They were trained one by one, because " + obstacle + ".")
            .orElse("");
    return counted(sweep, counted, end) + how;
  }

  private static String counted(Sweep sweep, long counted, End end) {
    return switch (end) {
      case COMPLETED -> format("%,d trials.", counted);
      case KEPT -> format("%,d trials, %s.", counted, end);
      default -> ended(sweep, counted, end);
    };
  }

  private static String ended(Sweep sweep, long counted, End end) {
    String why = end.toString();
    long asked = sweep.seeds();
    for (Axis<?> axis : sweep.axes()) {
      asked *= axis.values().size();
    }
    return format(
        "%s%s: %,d of %,d trials were counted.",
        why.substring(0, 1).toUpperCase(Locale.ROOT), why.substring(1), counted, asked);
  }
}
