package reluctant.chart;

import reluctant.sweep.End;
import reluctant.sweep.Interval;
import reluctant.sweep.Rate;

/** A row of a {@link Comparison}. */
record ComparedRate(String name, Rate rate, End end) {

  /** How a rate stands to the first. */
  enum Side {
    SURELY_MORE(Palette.color(0)),
    NO_SURE_DIFFERENCE(Palette.DATA),
    SURELY_LESS(Palette.color(1));

    final String color;

    Side(String color) {
      this.color = color;
    }
  }

  /** In two lines, which leave a telephone room for the bars. */
  String label() {
    return name + "\n" + rate;
  }

  /** Whether it is the same row as another one. */
  boolean says(ComparedRate other) {
    return name.equals(other.name) && rate.equals(other.rate);
  }

  /** Their intervals say it: they overlap, or one lies above the other. */
  Side beside(ComparedRate first) {
    Interval mine = rate.interval();
    Interval other = first.rate.interval();
    return mine.low() > other.high()
        ? Side.SURELY_MORE
        : mine.high() < other.low() ? Side.SURELY_LESS : Side.NO_SURE_DIFFERENCE;
  }
}
