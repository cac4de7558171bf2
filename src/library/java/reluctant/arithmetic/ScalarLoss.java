package reluctant.arithmetic;

import reluctant.train.Loss;
import reluctant.train.LossLoops;

/** In plain Java, number by number: any loss. */
record ScalarLoss(Loss loss, int outputs, int width) implements LossLanes {

  @Override
  public void add(double[] y, double[] p, int count, double[] sums, int lane) {
    LossLoops.add(loss, y, p, count, outputs, width, sums, lane);
  }

  @Override
  public void slopes(double[] y, double[] p, int count, double[] delta) {
    LossLoops.slopes(loss, y, p, count, outputs, width, delta);
  }
}
