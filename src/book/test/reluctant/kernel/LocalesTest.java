package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Distribution.DISK;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import reluctant.absolute.Halves;
import reluctant.chart.Comparison;
import reluctant.chart.RateBars;
import reluctant.chart.RateFigure;
import reluctant.chart.Tables;
import reluctant.claim.Claim;
import reluctant.figures.Figures;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.pyramid.RegularPolygon;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

/** The library shows the same on a machine of any language, also where no notebook has started. */
@ResourceLock(Resources.LOCALE)
class LocalesTest {

  private final Locale before = Locale.getDefault();
  private final RecordingKernel kernel = new RecordingKernel();
  private final List<Epoch> epochs = new ArrayList<>();
  private final Trial trial =
      new Trial(
          Sequential.of(1, new Dense(2, RELU), new Dense(1)),
          absoluteValue(400, 1000),
          new Fit(new Adam(0.01), MSE, 20, 32).metrics(MSE),
          -1234567);
  private final Run run = trial.run(epochs::add);
  private final Outcomes<Halves> outcomes =
      Sweep.of(trial).seeds(0, 2000).outcomes(Halves::of).run();

  /** Each is made anew, as a column of Tablesaw keeps the locale that it was made in. */
  private final List<Supplier<Object>> shown =
      List.of(
          () -> trial,
          () -> run,
          () -> outcomes,
          () -> Tables.of(outcomes),
          () -> Tables.of(run.history()),
          () -> means(Tables.of(run.history())),
          () -> allTypes(),
          () -> new SimpleMatrix(new double[][] {{1234567.5, -1e-9}}),
          () -> Figures.predictions(run),
          () -> Figures.losses(run),
          () -> Figures.kinks(trial, epochs),
          () -> RateFigure.of("Rates", "of the trials", outcomes).closedForm(o -> o.probability(2)),
          () -> RateBars.of("Rates").bar("INDIGO", new Rate(300, 1000), 0.3125),
          () -> Comparison.of("Cures", "none", new Rate(1234, 5000)).and("I", new Rate(9, 1000)),
          () ->
              Claim.of("a.b", "It works.")
                  .measured("in", outcomes.rate(Halves.BOTH))
                  .verdict(true));

  private static Table allTypes() {
    var ints = IntColumn.create("int", new int[] {-1234567});
    var shorts = ShortColumn.create("short", new short[] {12});
    var longs = LongColumn.create("long", 1234567890123L);
    var floats = FloatColumn.create("float", new float[] {0.25f});
    var days = DateColumn.create("day", LocalDate.of(2020, 1, 2));
    var times = TimeColumn.create("time", LocalTime.of(13, 4));
    var both = DateTimeColumn.create("both", LocalDateTime.of(2020, 1, 2, 13, 4));
    return Table.create(ints, shorts, longs, floats, days, times, both);
  }

  private static Table means(Table history) {
    return history.summarize("loss", AggregateFunctions.mean).apply();
  }

  /** Everything that a reader of the machine's language sees. */
  private List<Object> everything() {
    var texts =
        Stream.of(
            Trial.parse(trial.line()),
            trial.model().summary(),
            run.history(),
            outcomes.rate(Halves.BOTH),
            RegularPolygon.HEXAGON.mse(DISK),
            refused());
    return Stream.concat(
            shown.stream().map(Supplier::get).map(kernel::show), texts.map(Object::toString))
        .toList();
  }

  private static String refused() {
    try {
      throw new AssertionError(new Rate(12_345, 1));
    } catch (IllegalArgumentException refusal) {
      return refusal.toString();
    }
  }

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  private void assertSameIn(Stream<Locale> locales) {
    Renderings.register(kernel);
    Locale.setDefault(Locale.ROOT);
    List<Object> expected = everything();
    locales.forEach(
        locale -> {
          Locale.setDefault(locale);
          List<Object> actual = everything();
          for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as(locale.toLanguageTag()).isEqualTo(expected.get(i));
          }
        });
  }

  /** Other letters in small, a comma for the point, other digits. */
  @Test
  void theLanguagesThatDifferMostShowTheSame() {
    var tags = Stream.of("tr-TR", "az-AZ", "lt-LT", "ar-EG", "sd-Arab", "hi-IN-u-nu-deva", "de-DE");
    assertSameIn(tags.map(Locale::forLanguageTag));
  }

  /** One of each kind: some thirty of a thousand write a number or change a letter differently. */
  @Tag("long")
  @Test
  void everyLanguageShowsTheSame() {
    var kinds = new HashMap<String, Locale>();
    for (Locale locale : Locale.getAvailableLocales()) {
      kinds.putIfAbsent(habits(locale), locale);
    }
    assertThat(kinds).hasSizeGreaterThan(20);
    assertSameIn(kinds.values().stream());
  }

  private static String habits(Locale locale) {
    String numbers = String.format(locale, "%,d %.1f", -1234567, 0.5);
    String percent = NumberFormat.getPercentInstance(locale).format(-0.5);
    return numbers + percent + "I\u00cc".toLowerCase(locale) + "i\u0307".toUpperCase(locale);
  }
}
