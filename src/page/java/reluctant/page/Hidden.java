package reluctant.page;

import org.ejml.simple.SimpleMatrix;
import reluctant.diagnose.Units;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Network;
import reluctant.train.Training;

/** The units of a network's first layer, where that is a hidden Dense one. */
final class Hidden {

  private Hidden() {}

  /**
   * For each unit, one after the other: the share of the samples on which it is active, 1 if it is
   * dead or else 0, its bias, its weights from the inputs, and its weights to the next layer's
   * units, if that is Dense too. The text says how many weights come in and go out.
   */
  static Answer of(Training training) {
    Network network = training.network();
    if (network.model().layers().size() < 2
        || !(network.model().layers().get(0) instanceof Dense first)) {
      return Answer.NOTHING;
    }
    Units units = Units.of(network, 0, training.data().inputs());
    SimpleMatrix in = network.kernel(0);
    Layer next = network.model().layers().get(1);
    SimpleMatrix out =
        next instanceof Dense ? network.kernel(1) : new SimpleMatrix(first.units(), 0);
    int width = 3 + in.getNumRows() + out.getNumCols();
    var numbers = new double[first.units() * width];
    for (int unit = 0; unit < first.units(); unit++) {
      int at = unit * width;
      numbers[at] = units.active(unit);
      numbers[at + 1] = units.isDead(unit) ? 1 : 0;
      numbers[at + 2] = first.useBias() ? network.bias(0).get(unit) : 0;
      for (int i = 0; i < in.getNumRows(); i++) {
        numbers[at + 3 + i] = in.get(i, unit);
      }
      for (int i = 0; i < out.getNumCols(); i++) {
        numbers[at + 3 + in.getNumRows() + i] = out.get(unit, i);
      }
    }
    return Answer.of(in.getNumRows() + "\n" + out.getNumCols() + "\n" + units, numbers);
  }
}
