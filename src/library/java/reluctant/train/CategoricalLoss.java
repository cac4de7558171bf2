package reluctant.train;

import reluctant.elementary.Elementary;
import reluctant.nn.SoftmaxLoops;

/** The losses of classes, whose formulas are given in {@link Loss}. */
enum CategoricalLoss implements SampleLoss {
  CATEGORICAL_CROSSENTROPY {
    @Override
    public double value(double[] y, double[] p, int first, int end, int width) {
      double all = sum(p, first, end, width);
      double loss = 0;
      for (int i = first; i < end; i += width) {
        loss -= y[i] * Elementary.log(ElementwiseLoss.clip(p[i] / all));
      }
      return loss;
    }

    @Override
    public void slopes(double[] y, double[] p, double[] slopes, int first, int end, int width) {
      double all = sum(p, first, end, width);
      double mean = 0;
      for (int i = first; i < end; i += width) {
        double share = p[i] / all;
        slopes[i] = ElementwiseLoss.clip(share) == share ? -y[i] / share : 0;
        mean += share * slopes[i];
      }
      for (int i = first; i < end; i += width) {
        slopes[i] = (slopes[i] - mean) / all;
      }
    }
  },

  CATEGORICAL_CROSSENTROPY_FROM_LOGITS {
    @Override
    public double value(double[] y, double[] p, int first, int end, int width) {
      double most = SoftmaxLoops.largest(p, first, end, width);
      double all = 0;
      for (int i = first; i < end; i += width) {
        all += Elementary.exp(p[i] - most);
      }
      double logarithm = Elementary.log(all);
      double loss = 0;
      for (int i = first; i < end; i += width) {
        loss += y[i] * (logarithm - (p[i] - most));
      }
      return loss;
    }

    @Override
    public void slopes(double[] y, double[] p, double[] slopes, int first, int end, int width) {
      double most = SoftmaxLoops.largest(p, first, end, width);
      double all = 0;
      for (int i = first; i < end; i += width) {
        slopes[i] = Elementary.exp(p[i] - most);
        all += slopes[i];
      }
      double targets = sum(y, first, end, width);
      for (int i = first; i < end; i += width) {
        slopes[i] = slopes[i] / all * targets - y[i];
      }
    }
  };

  private static double sum(double[] numbers, int first, int end, int width) {
    double sum = 0;
    for (int i = first; i < end; i += width) {
      sum += numbers[i];
    }
    return sum;
  }
}
