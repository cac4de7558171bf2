package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;

/** In plain Java: a group is one network. */
final class ScalarPReLU extends PReLULanes {

  ScalarPReLU(
      int units, int first, int lanes, LaneMemory memory, double[] x, @Nullable LayerLanes below) {
    super(1, units, first, lanes, memory, x, below);
  }

  @Override
  public void forward(int lane, int samples) {
    for (int unit = 0; unit < units; unit++) {
      double alpha = parameters[alpha(unit) + lane];
      for (int i = unit; i < samples * units; i += units) {
        h[i] = x[i] > 0 ? x[i] : alpha * x[i];
      }
    }
  }

  @Override
  public void slope(int lane, int samples) {
    for (int unit = 0; unit < units; unit++) {
      double alpha = parameters[alpha(unit) + lane];
      double g = 0;
      for (int i = unit; i < samples * units; i += units) {
        if (x[i] <= 0) {
          g += delta[i] * x[i];
          delta[i] *= x[i] < 0 ? alpha : 0;
        }
      }
      gradient[alpha(unit) + lane] = g;
    }
  }
}
