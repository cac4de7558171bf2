package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.train.Loss.MSE;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.cases.Case;
import reluctant.cases.Published;
import reluctant.cases.Replication;
import reluctant.cases.Reported;
import reluctant.chart.DrawnText;
import reluctant.claim.Claim;
import reluctant.claim.Verdict;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a kernel sends for values that hold a hostile text: the same markup, and the text in it. */
class HostileOutputTest {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private final RecordingKernel kernel = new RecordingKernel();

  @BeforeEach
  void register() {
    Renderings.register(kernel);
  }

  private void assertSays(String text, Function<String, Object> value) {
    String html = html(value.apply(text));
    assertThat(TAG.matcher(html).results().map(tag -> tag.group()))
        .containsExactlyElementsOf(
            TAG.matcher(html(value.apply("harmless"))).results().map(tag -> tag.group()).toList());
    assertThat(squeezed(unescaped(TAG.matcher(html).replaceAll(""))))
        .contains(squeezed(DrawnText.cut(text, 59).replace("…", "")));
  }

  private String html(Object value) {
    Map<String, Object> shown = kernel.show(value);
    String html = (String) Objects.requireNonNull(shown.get(Shown.HTML));
    // Around what would begin a formula.
    return html.replaceAll("<span>([$\\\\])</span>", "$1");
  }

  private static String unescaped(String html) {
    assertThat(html).doesNotContain("<", ">", "\"", "'");
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** A grid has a space where a text has any end of a line. */
  private static String squeezed(String text) {
    return text.replaceAll("(\\s|\\R|\uFFFD)+", " ").strip();
  }

  @ParameterizedTest
  @MethodSource("reluctant.HostileTexts#all")
  void tables(String hostile) {
    assertSays(hostile, text -> Table.create(StringColumn.create(text, List.of("a", text))));
  }

  @ParameterizedTest
  @MethodSource("reluctant.HostileTexts#all")
  void claims(String hostile) {
    assertSays(hostile, HostileOutputTest::claim);
    assertSays(
        hostile,
        text ->
            new Claims(
                List.of(
                    new Claims.Settled(
                        "04-absolute-value.ipynb",
                        "a.claim",
                        text,
                        text,
                        Verdict.onlyWhen(text)))));
  }

  private static Claim claim(String text) {
    return Claim.of("a.claim", text).measured(text).trueOnlyWhen(text, true, true);
  }

  @ParameterizedTest
  @MethodSource("reluctant.HostileTexts#all")
  void cases(String hostile) {
    assertSays(hostile, HostileOutputTest::one);
    assertSays(
        hostile,
        text ->
            Published.of(
                new Replication(text, Reported.range("a" + text, 0, 1), text, false, text, text)));
  }

  private static Case one(String text) {
    URI address = URI.create("https://example.org/?a=1&b=2");
    String said = "a" + text;
    List<Reported> reported = List.of(Reported.range(said, 0, 1));
    return new Case(
        "a-case",
        "13",
        said,
        address,
        said,
        said,
        said,
        said,
        List.of(said),
        said,
        reported,
        List.of(),
        text);
  }

  @ParameterizedTest
  @MethodSource("reluctant.HostileTexts#all")
  void outcomes(String hostile) {
    var model = Sequential.of(1, new Dense(1));
    var trial = new Trial(model, absoluteValue(2, 1), new Fit(new SGD(), MSE, 1, 2), 0);
    var sweep = Sweep.of(trial).seeds(0, 2);
    assertSays(hostile, text -> sweep.outcomes(run -> text).run());
  }

  @ParameterizedTest
  @MethodSource("reluctant.HostileTexts#all")
  void progress(String hostile) {
    long[] now = {0};
    var progress = new Progress(hostile, kernel, () -> now[0]);
    now[0] = 2 * LiveDisplay.SECOND;
    progress.progress(1, 2);
    progress.tick();
    assertThat(kernel.messages).singleElement().asString().startsWith("display:" + hostile);
  }
}
