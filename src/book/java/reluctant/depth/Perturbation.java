package reluctant.depth;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.nn.Network;

/**
 * What becomes of a layer's outputs when each input is moved a little, over all units, samples and
 * networks.
 *
 * @param changed the share of outputs that are no longer the same number
 * @param kept of the outputs that were not 0, the share that still are not; 1 if there were none
 * @param same the share of samples for which the set of outputs that are not 0 is the same
 */
public record Perturbation(double changed, double kept, double same) {

  public Perturbation {
    share("changed", changed);
    share("kept", kept);
    share("same", same);
  }

  private static void share(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw Require.refusal(name + " must be a share from 0 to 1. Received: " + share);
    }
  }

  /**
   * Compares outputs before and after.
   *
   * @param networks one or more
   * @param layer the layer's index, from 0
   * @param inputs (samples x inputs)
   * @param moved the same samples, each moved
   */
  public static Perturbation of(
      List<Network> networks, int layer, SimpleMatrix inputs, SimpleMatrix moved) {
    Require.atLeast("the number of networks", Require.each("networks", networks).size(), 1);
    Require.present("inputs", inputs);
    Require.present("moved", moved);
    Require.shape(
        "moved", moved.getNumRows(), moved.getNumCols(), inputs.getNumRows(), inputs.getNumCols());
    var sums = new Sums();
    for (Network network : networks) {
      SimpleMatrix before = network.outputs(layer, inputs);
      SimpleMatrix after = network.outputs(layer, moved);
      for (int sample = 0; sample < before.getNumRows(); sample++) {
        sums.add(before.getRow(sample), after.getRow(sample));
      }
    }
    return new Perturbation(
        sums.changed / sums.outputs,
        sums.on == 0 ? 1 : sums.kept / sums.on,
        sums.same / sums.samples);
  }

  private static final class Sums {
    private double outputs;
    private double changed;
    private double on;
    private double kept;
    private double samples;
    private double same;

    void add(SimpleMatrix before, SimpleMatrix after) {
      boolean isSame = true;
      for (int unit = 0; unit < before.getNumCols(); unit++) {
        boolean wasOn = before.get(unit) != 0;
        boolean isOn = after.get(unit) != 0;
        outputs++;
        changed += before.get(unit) == after.get(unit) ? 0 : 1;
        on += wasOn ? 1 : 0;
        kept += wasOn && isOn ? 1 : 0;
        isSame &= wasOn == isOn;
      }
      samples++;
      same += isSame ? 1 : 0;
    }
  }
}
