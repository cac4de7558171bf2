package reluctant.nn;

import reluctant.elementary.Elementary;

/**
 * The activations of {@link Activation} that have no parameter. Their formulas are given there.
 *
 * <p>All keep a NaN, so that a diverged network is seen to have diverged.
 */
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
    @Override
    public double value(double z) {
      return z <= 0 ? 0 : z;
    }

    @Override
    public double slope(double z, double h) {
      return z > 0 ? 1 : 0;
    }
  },

  RELU6 {
    @Override
    public double value(double z) {
      return z <= 0 ? 0 : Math.min(z, 6);
    }

    @Override
    public double slope(double z, double h) {
      return z > 0 && z < 6 ? 1 : 0;
    }
  },

  SELU {
    @Override
    public double value(double z) {
      return z > 0 ? SELU_SCALE * z : SELU_SCALE * SELU_ALPHA * Elementary.expm1(z);
    }

    @Override
    public double slope(double z, double h) {
      return h < 0 ? h + SELU_SCALE * SELU_ALPHA : SELU_SCALE;
    }
  },

  GELU {
    @Override
    public double value(double z) {
      return z * normalBelow(z);
    }

    @Override
    public double slope(double z, double h) {
      return normalBelow(z) + z * normalDensity(z);
    }
  },

  SILU {
    @Override
    public double value(double z) {
      return z * Elementary.sigmoid(z);
    }

    @Override
    public double slope(double z, double h) {
      double s = Elementary.sigmoid(z);
      return s * (1 + z * (1 - s));
    }
  },

  MISH {
    @Override
    public double value(double z) {
      double n = mishPart(z);
      return z * (n / (n + 2));
    }

    @Override
    public double slope(double z, double h) {
      double x = Math.min(z, MISH_LINEAR);
      double e = Elementary.exp(x);
      double n = e * (e + 2);
      double d = n + 2;
      return (n + 4 * x * e * (1 + e) / d) / d;
    }
  },

  SOFTPLUS {
    @Override
    public double value(double z) {
      return Elementary.softplus(z);
    }

    @Override
    public double slope(double z, double h) {
      return Elementary.sigmoid(z);
    }
  },

  SOFTSIGN {
    @Override
    public double value(double z) {
      return z / (1 + Math.abs(z));
    }

    @Override
    public double slope(double z, double h) {
      double d = 1 + Math.abs(z);
      return 1 / (d * d);
    }
  },

  SIGMOID {
    @Override
    public double value(double z) {
      return Elementary.sigmoid(z);
    }

    @Override
    public double slope(double z, double h) {
      return h * (1 - h);
    }
  },

  HARD_SIGMOID {
    @Override
    public double value(double z) {
      return RELU6.value(z + 3) / 6;
    }

    @Override
    public double slope(double z, double h) {
      return RELU6.slope(z + 3, h) / 6;
    }
  },

  TANH {
    @Override
    public double value(double z) {
      return Elementary.tanh(z);
    }

    @Override
    public double slope(double z, double h) {
      return 1 - h * h;
    }
  },

  EXPONENTIAL {
    @Override
    public double value(double z) {
      return Elementary.exp(z);
    }

    @Override
    public double slope(double z, double h) {
      return h;
    }
  },

  ABS {
    @Override
    public double value(double z) {
      return Math.abs(z);
    }

    @Override
    public double slope(double z, double h) {
      return Math.signum(z);
    }
  };

  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double ROOT_OF_PI = 1.772453850905516;

  /** Above, Mish is z to the last bit. */
  private static final double MISH_LINEAR = 40;

  /** Rounded to single precision, as TensorFlow does in any precision. */
  private static final double ROOT_OF_HALF = 0.70710677f;

  /** With n = (1 + e^z)^2 - 1, tanh(ln(1 + e^z)) is n / (n + 2). */
  private static double mishPart(double z) {
    double e = Elementary.exp(Math.min(z, MISH_LINEAR));
    return e * (e + 2);
  }

  /** P(Z <= z) for a standard normal Z. */
  private static double normalBelow(double z) {
    return 0.5 * (1 + Elementary.erf(z * ROOT_OF_HALF));
  }

  private static double normalDensity(double z) {
    double scaled = z * ROOT_OF_HALF;
    return Elementary.exp(-scaled * scaled) * ROOT_OF_HALF / ROOT_OF_PI;
  }
}
