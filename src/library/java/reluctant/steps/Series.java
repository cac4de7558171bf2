package reluctant.steps;

import java.util.Arrays;

/**
 * A number for each epoch so far. It grows with them, as a training may end long before the last
 * epoch of its fit. Commons Math's ResizableDoubleArray locks itself for each number, and a block
 * of lanes writes 128 of them in an epoch of some microseconds.
 */
public final class Series {

  private static final int FEW = 1024;

  private final int most;
  private double[] numbers;
  private int size;

  /** No numbers yet, and room for some of those to come. */
  public Series(int most) {
    this.most = most;
    numbers = new double[Math.min(most, FEW)];
  }

  /** Writes down the number of one more epoch. */
  public void add(double number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, (int) Math.min(2L * size, most));
    }
    numbers[size] = number;
    size++;
  }

  /** Returns how many epochs there are so far. */
  public int size() {
    return size;
  }

  /** Returns the number of the last epoch. */
  public double last() {
    return numbers[size - 1];
  }

  /** Returns the numbers of all epochs. A copy. */
  public double[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
