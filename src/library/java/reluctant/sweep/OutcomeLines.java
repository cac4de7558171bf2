package reluctant.sweep;

import static reluctant.Text.format;

/** What {@link Outcomes} print themselves as. */
final class OutcomeLines {

  private OutcomeLines() {}

  static <O extends Comparable<? super O>> String of(Outcomes<O> outcomes, Cells<Tally<O>> cells) {
    var lines = new StringBuilder(cells.heading(outcomes.trials()));
    for (O outcome : outcomes.outcomes()) {
      lines.append('\n').append(outcome).append(' ');
      lines.append(outcomes.axes().isEmpty() ? outcomes.rate(outcome) : range(outcome, cells));
    }
    return lines.toString();
  }

  private static <O extends Comparable<? super O>> String range(O outcome, Cells<Tally<O>> cells) {
    var shares =
        cells.each().stream()
            .filter(cell -> cell.trials() > 0)
            .mapToDouble(cell -> cell.rate(outcome).value())
            .summaryStatistics();
    return format("%.1f to %.1f %%", 100 * shares.getMin(), 100 * shares.getMax());
  }
}
