package reluctant.nn;

/** f(z) = z, slope 1: no activation. */
record Linear() implements Activation {

  @Override
  public double value(double z) {
    return z;
  }

  @Override
  public double slope(double z, double h) {
    return 1;
  }

  @Override
  public void forward(double[] z, double[] h, int count) {
    System.arraycopy(z, 0, h, 0, count);
  }

  @Override
  public void backward(double[] z, double[] h, double[] delta, int count) {
    // The slope is 1 everywhere.
  }

  @Override
  public String toString() {
    return "LINEAR";
  }
}
