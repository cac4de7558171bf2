package reluctant.diagnose;

import reluctant.Require;
import reluctant.data.AmplitudeSpectrum;
import reluctant.data.Distribution;
import reluctant.train.Run;

/**
 * Whether a network learnt the amplitude spectrum, told from the {@link Fvu} of each bin.
 *
 * <p>A bin is learnt below 0.025. A hexagon leaves 0.0081 unexplained and the next best outcome,
 * the square pyramid, 0.04. The FVU of all bins together says less: a single square pyramid among
 * many hexagons hardly raises it.
 */
public enum Spectrum {
  /** Each bin is learnt: a complex one is near a hexagon, a real one near the abs. */
  LEARNT,
  /** Some bin is not. */
  STUCK;

  private static final double LARGEST_FVU = 0.025;
  private static final double VARIANCE_OF_REAL_BIN = 1 - 2 / Math.PI;

  /**
   * Says whether a trial on {@link AmplitudeSpectrum} learnt it.
   *
   * @param run what the trial gave
   * @return the outcome
   * @throws IllegalArgumentException if the trial's data are something else
   */
  public static Spectrum of(Run run) {
    return stuckBins(run) == 0 ? LEARNT : STUCK;
  }

  /**
   * Counts the bins that were not learnt.
   *
   * @param run what the trial gave
   * @return how many bins have an FVU of 0.025 or more
   * @throws IllegalArgumentException if the trial's data are something else
   */
  public static int stuckBins(Run run) {
    if (!(Require.present("run", run).trial().data() instanceof AmplitudeSpectrum)) {
      throw new IllegalArgumentException(
          "the trial's data must be an amplitudeSpectrum. Received: " + run.trial().data());
    }
    int stuck = 0;
    for (double fvu : Fvu.perOutput(run.network(), run.trial().dataset())) {
      stuck += fvu < LARGEST_FVU ? 0 : 1;
    }
    return stuck;
  }

  /**
   * Computes what 3 ReLUs for each complex bin and 2 for each real one leave unexplained at best:
   * the hexagon's error in each complex bin, whose two parts have variance 1/2, and none in the
   * real bins, whose amplitude has the variance 1 - 2/pi.
   *
   * @param size N, the length of a signal, at least 3
   * @return the FVU, 0.00382 for N = 8 and 0.00549 for N = 16
   */
  public static double floor(int size) {
    Require.atLeast("size", size, 3);
    int realBins = size % 2 == 0 ? 2 : 1;
    int complexBins = (size - realBins) / 2;
    double error = complexBins * RegularPolygon.HEXAGON.mse(Distribution.NORMAL) / 2;
    double variance = complexBins * Distribution.NORMAL.variance() / 2;
    return error / (variance + realBins * VARIANCE_OF_REAL_BIN);
  }
}
