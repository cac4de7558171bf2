package reluctant.diagnose;

import reluctant.Require;
import reluctant.data.AmplitudeSpectrum;
import reluctant.data.Distribution;
import reluctant.train.Run;

/** Whether a network learnt the amplitude spectrum, told from the {@link Fvu} of all its bins. */
public enum Spectrum {
  /** Each complex bin is near a hexagon: the FVU is below {@link #limit}. */
  LEARNT,
  /** Some bin is not. */
  STUCK;

  private static final double VARIANCE_OF_REAL_BIN = 1 - 2 / Math.PI;
  private static final double FACTOR = 1.9;

  /**
   * Says whether a trial on {@link AmplitudeSpectrum} learnt it.
   *
   * @param run what the trial gave
   * @return the outcome
   * @throws IllegalArgumentException if the trial's data are something else
   */
  public static Spectrum of(Run run) {
    if (Require.present("run", run).trial().data() instanceof AmplitudeSpectrum problem) {
      return Fvu.of(run) < limit(problem.size()) ? LEARNT : STUCK;
    }
    throw new IllegalArgumentException(
        "the trial's data must be an amplitudeSpectrum. Received: " + run.trial().data());
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

  /**
   * Returns the FVU below which the spectrum is learnt: 0.0075 for N = 8, 0.01 for N = 16, and for
   * other sizes 1.9 times the floor, which is between those two.
   *
   * @param size N, the length of a signal, at least 3
   * @return the limit
   */
  public static double limit(int size) {
    return switch (size) {
      case 8 -> 0.0075;
      case 16 -> 0.01;
      default -> FACTOR * floor(size);
    };
  }
}
