package reluctant.nn;

/** The activations of {@link Activation} that have no parameter. Their formulas are given there. */
enum ElementwiseActivation implements Activation {
  LINEAR {
    @Override
    public double value(double z) {
      return z;
    }

    @Override
    public double slope(double z, double h) {
      return 1;
    }
  },

  RELU {
    // A NaN stays a NaN, so that a diverged network is seen to have diverged.
    @Override
    public double value(double z) {
      return z <= 0 ? 0 : z;
    }

    @Override
    public double slope(double z, double h) {
      return z > 0 ? 1 : 0;
    }
  }
}
