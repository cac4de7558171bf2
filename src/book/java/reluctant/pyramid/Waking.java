package reluctant.pyramid;

import static reluctant.Text.format;

import reluctant.Require;
import reluctant.diagnose.Units;
import reluctant.sweep.Rule;
import reluctant.train.Run;

/**
 * What became of the units of a layer that were zero on every sample before: before the training
 * here, before it goes on in {@link FreshSamples}.
 */
public enum Waking {
  /** There were none. */
  NONE_SILENT,
  /** Each is zero on every sample still. */
  ASLEEP,
  /** One or more is active on some sample at the end. */
  AWAKE;

  /** The units of the first layer, which must be Dense. */
  public static Waking of(Run run) {
    return inLayer(0).of(Require.present("run", run));
  }

  /**
   * The same for any Dense layer.
   *
   * @param layer its index, from 0
   * @return the rule, named after the layer
   */
  public static Rule<Waking> inLayer(int layer) {
    return new InLayer(Require.atLeast("layer", layer, 0));
  }

  private record InLayer(int layer) implements Rule<Waking> {
    @Override
    public Waking of(Run run) {
      var x = run.trial().dataset().inputs();
      Units before = Units.of(run.trial().initial(), layer, x);
      Units after = Units.of(run.network(), layer, x);
      Waking waking = NONE_SILENT;
      for (int unit = 0; unit < before.count() && waking != AWAKE; unit++) {
        if (before.active(unit) == 0) {
          waking = after.active(unit) > 0 ? AWAKE : ASLEEP;
        }
      }
      return waking;
    }

    @Override
    public String name() {
      return format("silent units of layer %d", layer);
    }
  }
}
