package reluctant.arithmetic;

import reluctant.Require;

/**
 * A dense layer's place among the parameters of many networks.
 *
 * @param inputs how many inputs
 * @param units how many units
 * @param useBias whether it has a bias
 * @param first the number of its first parameter; the kernel (inputs x units) comes row by row,
 *     then the bias
 * @param lanes how many networks there are
 */
public record DenseShape(int inputs, int units, boolean useBias, int first, int lanes) {

  public DenseShape {
    Require.atLeast("inputs", inputs, 1);
    Require.atLeast("units", units, 1);
    Require.atLeast("first", first, 0);
    Require.atLeast("lanes", lanes, 1);
  }

  /** Returns the place of the first lane of a weight. */
  public int weight(int input, int unit) {
    return (first + input * units + unit) * lanes;
  }

  /** Returns the place of the first lane of a bias. */
  public int bias(int unit) {
    return weight(inputs, unit);
  }

  /** Returns how many numbers a network has in this layer, kernel and bias. */
  public int size() {
    return inputs * units + (useBias ? units : 0);
  }
}
