package reluctant.spectrum;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.AmplitudeSpectrum;
import reluctant.data.Dft;
import reluctant.data.Distribution;
import reluctant.diagnose.Fvu;
import reluctant.nn.Network;
import reluctant.pyramid.RegularPolygon;
import reluctant.train.Run;

/**
 * Which bins of the amplitude spectrum a network learnt, told from the {@link Fvu} of each.
 *
 * <p>A bin is learnt below 0.025. A hexagon leaves 0.0081 unexplained and the next best outcome,
 * the square pyramid, 0.04. The FVU of all bins together says less: a single square pyramid among
 * many hexagons hardly raises it.
 */
public final class Spectrum {

  /** Up to this FVU a bin is learnt. */
  static final double LARGEST_FVU = 0.025;

  private static final double VARIANCE_OF_REAL_BIN = 1 - 2 / Math.PI;

  private Spectrum() {}

  /**
   * Counts the bins that were not learnt.
   *
   * @param run what the trial gave
   * @return how many bins have an FVU of 0.025 or more
   * @throws IllegalArgumentException if the trial's data are something else
   */
  public static int stuckBins(Run run) {
    if (!(Require.present("run", run).trial().data() instanceof AmplitudeSpectrum)) {
      throw Require.refusal(
          "the trial's data must be an amplitudeSpectrum. Received: " + run.trial().data());
    }
    int stuck = 0;
    for (double fvu : Fvu.perOutput(run.network(), run.trial().dataset())) {
      stuck += fvu < LARGEST_FVU ? 0 : 1;
    }
    return stuck;
  }

  /**
   * Measures how the hidden units are shared out among the bins: which part of each unit's kernel
   * lies in the plane, or on the line, of each bin.
   *
   * @param network a network whose inputs are signals
   * @return shares (units x bins) that add up to 1 for each unit; NaN for a kernel of zeros
   */
  static SimpleMatrix shares(Network network) {
    SimpleMatrix kernel = network.kernel(0);
    var dft = new Dft(1, kernel.getNumRows());
    // The product of SimpleMatrix may ask for threads.
    var product = new DMatrixRMaj(kernel.getNumCols(), dft.outputs());
    CommonOps_DDRM.multTransA(kernel.getDDRM(), dft.matrix().getDDRM(), product);
    SimpleMatrix lengths = SimpleMatrix.wrap(product);
    SimpleMatrix parts = lengths.elementMult(lengths);
    int bins = dft.bins();
    SimpleMatrix power = parts.cols(0, bins).plus(parts.cols(bins, 2 * bins));
    for (int unit = 0; unit < power.getNumRows(); unit++) {
      for (int bin = 0; bin < bins; bin++) {
        // A complex bin stands for two frequencies, k and N - k.
        boolean real = bin == 0 || 2 * bin == dft.size();
        power.set(unit, bin, (real ? 1 : 2) * power.get(unit, bin));
      }
      double all = power.rows(unit, unit + 1).elementSum();
      for (int bin = 0; bin < bins; bin++) {
        power.set(unit, bin, power.get(unit, bin) / all);
      }
    }
    return power;
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
