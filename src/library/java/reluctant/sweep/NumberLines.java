package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;

/** What {@link Numbers} print themselves as. */
final class NumberLines {

  private NumberLines() {}

  static String of(Numbers numbers, Cells<Sample> cells) {
    String heading = cells.heading(numbers.trials());
    if (numbers.trials() == 0) {
      return heading;
    }
    return numbers.axes().isEmpty() ? heading + each(numbers) : heading + ranges(cells);
  }

  private static String each(Numbers numbers) {
    return range(numbers)
        + format(
            "\nlower quartile %s\nmedian %s\nupper quartile %s\nnever %s",
            numbers.quantile(0.25), numbers.median(), numbers.quantile(0.75), numbers.never());
  }

  private static String range(Numbers numbers) {
    return Double.isNaN(numbers.min())
        ? ""
        : format("\nfrom %s to %s", Quantile.words(numbers.min()), Quantile.words(numbers.max()));
  }

  private static String ranges(Cells<Sample> cells) {
    List<Sample> counted = cells.each().stream().filter(cell -> cell.trials() > 0).toList();
    var medians = counted.stream().mapToDouble(cell -> cell.quantile(0.5).value());
    var never = counted.stream().mapToDouble(cell -> 100 * cell.never().value());
    var median = medians.summaryStatistics();
    var percent = never.summaryStatistics();
    return format(
        "\nmedian %s to %s\nnever %.1f to %.1f %%",
        Quantile.words(median.getMin()),
        Quantile.words(median.getMax()),
        percent.getMin(),
        percent.getMax());
  }
}
