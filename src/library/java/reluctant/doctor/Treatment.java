package reluctant.doctor;

import static reluctant.Text.format;

import reluctant.Require;
import reluctant.sweep.Gain;
import reluctant.sweep.Rate;
import reluctant.train.Trial;

/**
 * A remedy that was tried, on the seeds that the trial as it is was tried on.
 *
 * @param remedy what was done, such as "standardized inputs"
 * @param cause what it takes away
 * @param trial the changed trial
 * @param rate how often that learns
 * @param gain how much more often than as it is
 * @param effect what that says
 */
public record Treatment(
    String remedy, Cause cause, Trial trial, Rate rate, Gain gain, Effect effect) {

  /** What a remedy does. */
  public enum Effect {
    /** It surely helps, and none surely helps more. */
    HELPS_MOST("helps most"),
    /** It surely helps, and another one surely helps more. */
    HELPS("helps"),
    /** It may help or not. */
    OPEN("not sure"),
    /** It surely cures less than half of the failures. */
    NONE("no");

    private final String word;

    Effect(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public Treatment {
    Require.present("remedy", remedy);
    Require.present("cause", cause);
    Require.present("trial", trial);
    Require.present("rate", rate);
    Require.present("gain", gain);
    Require.present("effect", effect);
  }

  /** Returns a line: what was done, how often it then learns, and how much more often. */
  @Override
  public String toString() {
    return format("%s: %d of %d, %s, %s", remedy, rate.count(), rate.trials(), gain, effect);
  }
}
