package reluctant.kernel;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.stream.IntStream;
import reluctant.chart.Palette;
import reluctant.figures.Figures;

/**
 * The losses so far as an SVG, on a logarithmic scale: JupyterLab's Plotly draws only the first
 * state of an output, so that a figure would not grow.
 */
final class GrowingCurve {
  static final String SVG = "image/svg+xml";

  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 60;
  private static final int BOTTOM = 48;
  private static final int TOP = 24;
  private static final int MOST_POINTS = 400;
  private static final int MOST_TICKS = 8;

  private final double[] losses;
  private final int low;
  private final int high;

  private GrowingCurve(double[] losses) {
    this.losses = losses;
    var range = Arrays.stream(losses).filter(GrowingCurve::isDrawn).summaryStatistics();
    boolean none = range.getCount() == 0;
    low = none ? 0 : (int) Math.floor(Math.log10(range.getMin()));
    high = none ? 1 : Math.max(low + 1, (int) Math.ceil(Math.log10(range.getMax())));
  }

  /** The curve of at least one loss, with the text of its figure. */
  static Shown shown(double[] losses) {
    return Shown.text(Figures.losses(losses).toString()).with(SVG, new GrowingCurve(losses).svg());
  }

  private static boolean isDrawn(double loss) {
    return loss > 0 && Double.isFinite(loss);
  }

  private String svg() {
    return format(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'",
            WIDTH, HEIGHT, WIDTH, HEIGHT)
        + " font-family='sans-serif' font-size='13' fill='#7A7A7A'>"
        + ticks()
        + format(
            "<text x='%d' y='%d' text-anchor='end'>epoch %d</text>",
            WIDTH, HEIGHT - BOTTOM / 2, losses.length)
        + format(
            "<path fill='none' stroke='%s' stroke-width='2' d='%s'/></svg>",
            Palette.color(0), path());
  }

  private String ticks() {
    int step = (high - low + MOST_TICKS - 1) / MOST_TICKS;
    var made = new StringBuilder();
    for (int decade = low; decade <= high; decade += step) {
      made.append(
          format(
              "<path stroke='#7A7A7A' stroke-opacity='0.3' d='M%d %.1fH%d'/>"
                  + "<text x='%d' y='%.1f' text-anchor='end'>1e%d</text>",
              LEFT, y(decade), WIDTH, LEFT - 8, y(decade) + 4, decade));
    }
    return made.toString();
  }

  private String path() {
    int last = losses.length - 1;
    int step = Math.max(1, last / MOST_POINTS);
    var shown = IntStream.iterate(0, i -> i < last, i -> i + step);
    var made = new StringBuilder();
    char pen = 'M';
    for (int i : IntStream.concat(shown, IntStream.of(last)).toArray()) {
      if (isDrawn(losses[i])) {
        double x = LEFT + (WIDTH - LEFT) * (double) i / Math.max(1, last);
        made.append(format("%c%.1f %.1f", pen, x, y(Math.log10(losses[i]))));
        pen = 'L';
      }
    }
    return made.toString();
  }

  private double y(double decade) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (high - decade) / (high - low);
  }
}
