package reluctant.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/** Tossed coins: each input is 0 or 1, as likely. */
record CoinInputs(int samples) implements Inputs {

  CoinInputs {
    Require.atLeast("samples", samples, 1);
  }

  @Override
  public long samples(int features) {
    return samples;
  }

  @Override
  public SimpleMatrix draw(int features, UniformRandomProvider random) {
    var coins = new SimpleMatrix(samples, features);
    for (int i = 0; i < coins.getNumElements(); i++) {
      coins.set(i, random.nextBoolean() ? 1 : 0);
    }
    return coins;
  }

  @Override
  public List<String> others() {
    return Spelled.NAMES;
  }

  @Override
  public void describe(double[] values) {
    Spelled.describe(values);
  }

  @Override
  public String toString() {
    return "coins(" + samples + ")";
  }
}
