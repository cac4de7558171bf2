package reluctant.train;

import reluctant.elementary.Elementary;

/** The losses of {@link Loss}, where their formulas are given. */
enum ElementwiseLoss implements Loss {
  MSE {
    @Override
    public double value(double target, double prediction) {
      double residual = prediction - target;
      return residual * residual;
    }

    @Override
    public double slope(double target, double prediction) {
      return 2 * (prediction - target);
    }
  },

  MAE {
    @Override
    public double value(double target, double prediction) {
      return Math.abs(prediction - target);
    }

    @Override
    public double slope(double target, double prediction) {
      return Math.signum(prediction - target);
    }
  },

  MAPE {
    @Override
    public double value(double target, double prediction) {
      return 100 * Math.abs((prediction - target) / scale(target));
    }

    @Override
    public double slope(double target, double prediction) {
      return 100 * Math.signum(prediction - target) / scale(target);
    }

    private double scale(double target) {
      return Math.max(Math.abs(target), EPSILON);
    }
  },

  MSLE {
    @Override
    public double value(double target, double prediction) {
      double residual = logarithm(prediction) - logarithm(target);
      return residual * residual;
    }

    @Override
    public double slope(double target, double prediction) {
      double residual = logarithm(prediction) - logarithm(target);
      return prediction <= EPSILON ? 0 : 2 * residual / (prediction + 1);
    }

    private double logarithm(double value) {
      return Elementary.log(Math.max(value, EPSILON) + 1);
    }
  },

  LOG_COSH {
    @Override
    public double value(double target, double prediction) {
      double size = Math.abs(prediction - target);
      return size + Elementary.log1p(Elementary.exp(-2 * size)) - LOG_2;
    }

    @Override
    public double slope(double target, double prediction) {
      return Elementary.tanh(prediction - target);
    }
  },

  BINARY_CROSSENTROPY {
    @Override
    public double value(double target, double prediction) {
      double p = clip(prediction);
      return -(target * Elementary.log(p) + (1 - target) * Elementary.log(1 - p));
    }

    @Override
    public double slope(double target, double prediction) {
      double p = clip(prediction);
      return p == prediction ? (1 - target) / (1 - p) - target / p : 0;
    }
  },

  BINARY_CROSSENTROPY_FROM_LOGITS {
    @Override
    public double value(double target, double prediction) {
      double least = prediction > 0 ? prediction : 0;
      double size = Math.abs(prediction);
      return least - target * prediction + Elementary.log1p(Elementary.exp(-size));
    }

    /** Of the smaller of the two probabilities, so that none is lost beside 1. */
    @Override
    public double slope(double target, double prediction) {
      double other = Elementary.sigmoid(-Math.abs(prediction));
      return prediction > 0 ? (1 - target) - other : other - target;
    }
  };

  /** Keras' backend epsilon. */
  private static final double EPSILON = 1e-7;

  private static final double LOG_2 = 0.6931471805599453;

  /** Moves a probability away from 0 and 1. */
  static double clip(double probability) {
    return Math.min(Math.max(probability, EPSILON), 1 - EPSILON);
  }
}
