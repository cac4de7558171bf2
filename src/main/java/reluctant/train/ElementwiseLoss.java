package reluctant.train;

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
  }
}
