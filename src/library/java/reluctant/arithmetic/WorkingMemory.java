package reluctant.arithmetic;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import reluctant.Require;

/**
 * Arrays for what is of no use after a step. Networks of one shape that take turns have the same
 * ones.
 */
public final class WorkingMemory {

  private final List<double[]> arrays = new ArrayList<>();
  private int next;
  private double[] panels = {};

  /** Begins with the first array again, for another network. */
  public void rewind() {
    next = 0;
  }

  /**
   * Returns the next array, which the first network makes.
   *
   * @param numbers how many numbers it has, the same for all networks
   * @return the array, with what the network before left in it
   */
  public double[] next(int numbers) {
    if (next == arrays.size()) {
      arrays.add(new double[Require.atLeast("numbers", numbers, 0)]);
    }
    double[] array = arrays.get(next);
    next++;
    if (array.length != numbers) {
      throw Require.refusal(
          format(
              "numbers must be %d, as the network before had. Received: %d",
              array.length, numbers));
    }
    return array;
  }

  /** Returns an array of {@link CacheLines} that layers use in turn, for so many numbers. */
  double[] panels(int numbers) {
    if (panels.length < CacheLines.FIRST + numbers) {
      panels = CacheLines.array(numbers);
    }
    return panels;
  }
}
