package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import java.util.stream.Collectors;

/** What {@link Outcomes} print themselves as. */
final class OutcomeLines {

  private OutcomeLines() {}

  static <O extends Comparable<? super O>> String of(Outcomes<O> outcomes, List<Tally<O>> cells) {
    List<Axis<?>> axes = outcomes.axes();
    var lines = new StringBuilder();
    if (!axes.isEmpty()) {
      lines.append(axes.stream().map(Axis::name).collect(Collectors.joining(" x ")));
      lines.append(format(", %d x %d cells, ", outcomes.rows(), outcomes.columns()));
    }
    lines.append(outcomes.trials()).append(" trials");
    if (outcomes.end() != End.COMPLETED) {
      lines.append(format(" of %d, %s", cells.size() * outcomes.sweep().seeds(), outcomes.end()));
    }
    for (O outcome : outcomes.outcomes()) {
      lines.append('\n').append(outcome).append(' ');
      lines.append(axes.isEmpty() ? outcomes.rate(outcome) : range(outcome, cells));
    }
    return lines.toString();
  }

  private static <O extends Comparable<? super O>> String range(O outcome, List<Tally<O>> cells) {
    var shares =
        cells.stream()
            .filter(cell -> cell.trials() > 0)
            .mapToDouble(cell -> cell.rate(outcome).value())
            .summaryStatistics();
    return format("%.1f to %.1f %%", 100 * shares.getMin(), 100 * shares.getMax());
  }
}
