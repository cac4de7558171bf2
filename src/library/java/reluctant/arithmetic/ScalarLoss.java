package reluctant.arithmetic;

import reluctant.train.Loss;

/** In plain Java, number by number: any loss. */
record ScalarLoss(Loss loss, int width) implements LossLanes {

  @Override
  public void add(double[] y, double[] p, int count, double[] sums, int lane) {
    for (int i = 0; i < count; i += width) {
      for (int l = 0; l < width; l++) {
        sums[lane + l] += loss.value(y[i + l], p[i + l]);
      }
    }
  }

  @Override
  public void slopes(double[] y, double[] p, int count, double[] delta) {
    for (int i = 0; i < count; i++) {
      delta[i] = loss.slope(y[i], p[i]);
    }
  }
}
