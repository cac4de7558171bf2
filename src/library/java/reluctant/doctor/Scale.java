package reluctant.doctor;

import org.ejml.simple.SimpleMatrix;

/** Whether numbers are of the size that starts and learning rates are made for. */
final class Scale {

  private static final double SMALLEST = 0.2;
  private static final double LARGEST = 5;
  private static final double FARTHEST = 3;

  private Scale() {}

  /**
   * Says whether each column that varies has a standard deviation from 0.2 to 5 and a mean that is
   * at most 3 deviations from 0.
   */
  static boolean isUsual(SimpleMatrix numbers) {
    for (int column = 0; column < numbers.getNumCols(); column++) {
      if (!isUsual(numbers.getColumn(column).getDDRM().data)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUsual(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    double mean = sum / numbers.length;
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    double deviation = Math.sqrt(squares / numbers.length);
    return deviation == 0
        || (deviation >= SMALLEST
            && deviation <= LARGEST
            && Math.abs(mean) <= FARTHEST * deviation);
  }
}
