package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/** See {@link Initializer#GLOROT_UNIFORM}. A draw is l (2u - 1) with u uniform in [0, 1). */
record GlorotUniform() implements Initializer {

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    double limit = Math.sqrt(6.0 / (variable.numRows + variable.numCols));
    for (int i = 0; i < variable.getNumElements(); i++) {
      variable.data[i] = limit * (2 * random.nextDouble() - 1);
    }
  }

  @Override
  public String toString() {
    return "GLOROT_UNIFORM";
  }
}
