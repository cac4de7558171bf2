package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static reluctant.data.Problems.absoluteValue;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.Layer;
import reluctant.nn.Regularizer;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.Schedule;

class TrialLineTest {

  /** The line of chapter 00; the test of its page has it too. */
  static final String CHAPTER =
      "new Trial(Sequential.of(1, new Dense(2, RELU), new Dense(1)), absoluteValue(400, 1000.0),"
          + " new Fit(new Adam(0.001), MSE, 1000, 32), 6L)";

  static final List<Class<?>> PARTS =
      List.of(
          Layer.class,
          Activation.class,
          Initializer.class,
          Regularizer.class,
          Constraint.class,
          Optimizer.class,
          Schedule.class,
          Metric.class,
          Problem.class);

  private static final Fit FIT = new Fit(new Adam(), Loss.MSE, 2, 32);

  static Trial trial(Problem data, Fit fit, long seed, Layer... hidden) {
    Layer[] layers =
        Stream.concat(Stream.of(hidden), Stream.of(new Dense(data.outputs())))
            .toArray(Layer[]::new);
    return new Trial(Sequential.of(data.features(), layers), data, fit, seed);
  }

  static void isNamedByItsLine(Trial trial) {
    String line = trial.line();
    assertThat(line).isEqualTo(trial.toString()).matches("[ -\\[\\]-~]+");
    assertThat(Trial.parse(line)).isEqualTo(trial);
  }

  @Test
  void everyLayerAndEverySettingOfAFitHasALine() {
    Layer[] layers = PrintedJavaTest.layers().toArray(new Layer[0]);
    for (Object value : PrintedJavaTest.fitsAndTrials().toList()) {
      if (value instanceof Fit fit) {
        isNamedByItsLine(trial(absoluteValue(9, 0.1 + 0.2), fit, Long.MIN_VALUE, layers));
      } else if (value instanceof Trial trial) {
        isNamedByItsLine(trial);
      }
    }
  }

  @Test
  void noPartOfTheLibraryIsForgotten() {
    List<String> unnamed =
        Stream.of(Layer.class, Problem.class, Optimizer.class)
            .flatMap(TrialLineTest::publicClassesBeside)
            .filter(type -> PARTS.stream().anyMatch(part -> part.isAssignableFrom(type)))
            .map(Class::getSimpleName)
            .filter(name -> Words.ALL.calls("new " + name).isEmpty())
            .toList();
    // The methods of Given, of Problems and of an optimizer make these.
    assertThat(unnamed)
        .containsExactlyInAnyOrder(
            "Given",
            "Dataset",
            "CsvProblem",
            "AmplitudeSpectrum",
            "Dft",
            "EuclideanDistance",
            "FirFilter",
            "FormulaProblem",
            "Scheduled",
            "Clipped");
  }

  private static Stream<Class<?>> publicClassesBeside(Class<?> type) {
    URI place = URI.create(type.getResource(type.getSimpleName() + ".class").toString());
    File folder = new File(place);
    return Stream.of(folder.getParentFile().list())
        .filter(file -> file.endsWith(".class"))
        .<Class<?>>map(
            file -> {
              try {
                String name = file.substring(0, file.length() - ".class".length());
                return Class.forName(type.getPackageName() + "." + name);
              } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
              }
            })
        .filter(one -> Modifier.isPublic(one.getModifiers()) && !one.isInterface());
  }

  @Test
  void aLineReplaysTheSameBits() {
    Trial trial = Trial.parse(CHAPTER).epochs(3);
    Run again = Trial.parse(trial.run().trial().line()).run();
    assertThat(again.network().parameters()).isEqualTo(trial.run().network().parameters());
    assertThat(again.history().loss()).isEqualTo(trial.run().history().loss());
  }

  @Test
  void aLineSurvivesTheMail() {
    Trial trial = Trial.parse(CHAPTER);
    assertThat(trial.toString()).isEqualTo(CHAPTER);
    assertThat(Trial.parse("\t" + CHAPTER.replace(" ", "\r\n\u00A0") + "\n")).isEqualTo(trial);
    assertThat(Trial.parse(CHAPTER + ".seed(5).epochs(7)")).isEqualTo(trial.seed(5).epochs(7));
  }

  @Test
  void whatNoLineCanNameIsSaid() {
    var numbers = new SimpleMatrix(new double[][] {{1}, {2}});
    for (String name : List.of("my numbers", "absoluteValue(400, 1000.0)", "\"); evil(\"")) {
      assertThatThrownBy(() -> trial(new Dataset(name, numbers, numbers), FIT, 0).line())
          .hasMessageStartingWith("a line can name only the library's own parts and formulas,")
          .hasMessageContaining(" Received: new Trial(")
          .hasMessageContaining(name);
    }
    record Mine() implements Activation {
      @Override
      public double value(double z) {
        return z;
      }

      @Override
      public double slope(double z, double h) {
        return 1;
      }
    }
    assertThatThrownBy(() -> trial(absoluteValue(4, 1), FIT, 0, new Dense(2, new Mine())).line())
        .hasMessageContaining("Mine[]");
  }

  /** What is changed in the chapter's line, how, and what is said of it. */
  static Stream<Object[]> badLines() {
    return Stream.of(
        new Object[][] {
          {
            "Dense(2",
            "Denze(2",
            "character 28 of 134, \"new Denze(2, RELU), new \": this word is unknown here"
          },
          {"RELU", "RELLU", "\"RELLU), new Dense(1)), a\": this word is unknown here"},
          {"MSE", "HINGE", "\"HINGE, 1000, 32), 6L)\": this word is unknown here"},
          {
            "new Trial",
            "new java.lang.ProcessBuilder",
            "\"new java.lang.ProcessBui\": this word is unknown here"
          },
          {"new Trial", "new Trial2", "\"new Trial2(Sequential.of\": this word"},
          {"new Trial(", "newTrial(", "character 1 of 133, \"newTrial("},
          {"RELU", "Runtime.getRuntime().exec(1)", "\"Runtime.getRuntime().exe\": this word"},
          {
            "new Adam(0.001)",
            "new Adam(0.001).getClass()",
            "\".getClass(), MSE, 1000, \": this word"
          },
          {"new Adam(0.001)", "new Adam(0.001).run()", "\".run(), MSE"},
          {"absoluteValue(", "absoluteValue[", "\"[400, 1000.0), new Fit(n\": ( must stand there"},
          {"RELU)", "RELU", "not (2, RELU, new Dense(1))"},
          {"6L)", "6L", "where it ends: ) must stand there"},
          {"6L)", "6L))", "\")\": the trial has ended before it"},
          {"6L)", "6L); System.exit(1)", "\"; System.exit(1)\": the trial has ended before it"},
          {"6L)", "6L) and more", "\"and more\": the trial has ended"},
          {"6L", "9223372036854775808L", "new Trial takes (Sequential, Problem, Fit, long), not ("},
          {"Dense(2", "Dense(99999999999", "not (99999999999, RELU)"},
          {"Dense(2", "Dense(2.5", "new Dense takes (int) or (int, Activation)"},
          {
            "Dense(2",
            "Dense(0",
            "\"new Dense(0, RELU), new \": units must be at least 1. Received: 0"
          },
          {"0.001", "-0.001", "learningRate must be a finite number above 0. Received: -0.001"},
          {"0.001", "1e999", "not (1e999)"},
          {"0.001", "0x1p3", "\"0x1p3), MSE"},
          {"0.001", "NaN", "\"NaN), MSE"},
          {"1000.0", "1000.0.0", "\"1000.0.0), new Fit"},
          {"6L", "010L", "\"010L)\": a number that starts with 0 counts in eights in Java"},
          {"400", "0400", "counts in eights in Java, leave the 0 out"},
          {"RELU", "-08", "counts in eights in Java"},
          {"0.001", "1e-999", "not (1e-999)"},
          {"6L", "3000000000", "new Fit(new Adam(0.001), MSE, 1000, 32), 3000000000)"},
          {
            "absoluteValue(400, 1000.0)",
            "absoluteValue(4000000, 1).data(absoluteValue(4000000, 1))",
            "this word is unknown here"
          },
          {"6L)", "6L)" + ".data(absoluteValue(800000, 1))".repeat(90), "Received: 4800400"},
          {"400", "2000000000", "samples must be at most 4194304 in a line. Received: 2000000000"},
          {"400", "", "\", 1000.0)"},
          {"of(1,", "of(2,", "the model's inputs must be as many as the data's, 1. Received: 2"},
          {"RELU", "HE_NORMAL", "new Dense takes (int) or"},
          {"RELU", "\"RELU\"", "not (2, \"RELU\")"},
          {"RELU", "\"RELU", "without backslashes, must end with a quote"},
          {"absoluteValue(400, 1000.0)", "formula(\"sin x\", at(1))", "as in sin(x). Not under"},
          {"absoluteValue(400, 1000.0)", "formula(\"1\u00B2\", at(1))", "\"\"1?\", at(1)"},
          {"RELU", "\u001b[31mRELU\u202e", "\"?[31mRELU?)"},
          {"RELU", "\uD83D\uDE00", "\"?), new Dense(1)), abso\""},
          {CHAPTER, "", "character 1 of 0, where it ends: a number or a word must stand there"},
          {CHAPTER, "42", "\"42\": a line starts with new Trial("},
          {CHAPTER, "new Dense(1)", "a line starts with new Trial("},
          {CHAPTER, "Trial.parse(\"x\")", "character 1 of 16, \"Trial.parse("},
          {CHAPTER, "<script>alert(1)</script>", "\"<script>alert(1)</script\""},
          {CHAPTER, "new double[][] {{1, 2}, {3}", "} must stand there"},
          {CHAPTER, "new double[][] {{1, x}}", "\"x}}\": a number must stand there"},
          {CHAPTER, "new SpreadSigns(".repeat(4000), "more than 100 brackets stand in each other"},
          {
            CHAPTER,
            "new Adam()" + ".clipValue(1)".repeat(5000),
            "more than 100 calls follow each other"
          },
          {CHAPTER, "A" + ".A".repeat(32_000), "this word is unknown here"},
          {CHAPTER, "1".repeat(65_535), "a line starts with new Trial("},
          {
            CHAPTER,
            "(".repeat(65_536),
            "line must have at most 65535 characters, read a longer one from a file by"
                + " Trial.load(file). Received: 65536"
          }
        });
  }

  @Test
  void numbersAreThoseOfJava() {
    assertThat(Trial.parse(CHAPTER.replace("0.001", "010.0e-4"))).isEqualTo(Trial.parse(CHAPTER));
    assertThat(Trial.parse(CHAPTER.replace("6L", "-0"))).isEqualTo(Trial.parse(CHAPTER).seed(0));
    assertThat(Trial.parse(CHAPTER.replace("6L", "6"))).isEqualTo(Trial.parse(CHAPTER));
    String zero = CHAPTER.replace("RELU)", "RELU).biasInitializer(new Constant(%s))");
    assertThat(Trial.parse(zero.formatted("-0"))).isEqualTo(Trial.parse(zero.formatted("0.0")));
    assertThat(Trial.parse(zero.formatted("-0.0")))
        .isNotEqualTo(Trial.parse(zero.formatted("0.0")));
  }

  /** What a line could ask for: more of itself, other words and numbers, in any order. */
  @Test
  void noLineRunsForLongOrAsksForMuch() {
    Random random = new Random(13);
    var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<String> parts = new ArrayList<>(List.of(CHAPTER.split("(?<=[(),])|(?=[(),])")));
    parts.addAll(List.of("010", "4000000", "2147483647", "-1", "1e308", "new Dense(", "(", ")"));
    parts.addAll(List.of("Given.of(", "new double[][] {{1}}", "Given.", "dft(", "xor(", ", "));
    parts.addAll(List.of(".epochs(", ".data(", ".hiddenUnits(", "new NonNegativeStart(", "{"));
    for (int i = 0; i < 2000; i++) {
      var line = new StringBuilder();
      for (int n = random.nextInt(i % 100 == 0 ? 20_000 : 60); n >= 0; n--) {
        boolean ordered = random.nextInt(8) > 0;
        line.append(parts.get(ordered ? line.length() % 30 : random.nextInt(parts.size())));
      }
      String text = random.nextBoolean() ? line.toString() : mutated(random, parts);
      long before = memory.getCurrentThreadAllocatedBytes();
      Throwable refused = catchThrowable(() -> Trial.parse(text));
      assertThat(memory.getCurrentThreadAllocatedBytes() - before).as(text).isLessThan(1L << 28);
      if (refused != null) {
        assertThat(refused)
            .isInstanceOf(IllegalArgumentException.class)
            .message()
            .matches("[ -~]+")
            .hasSizeLessThan(1200);
      }
    }
  }

  private static String mutated(Random random, List<String> parts) {
    String line = CHAPTER;
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(line.length());
      int end = Math.min(line.length(), at + random.nextInt(6));
      line = line.substring(0, at) + parts.get(random.nextInt(parts.size())) + line.substring(end);
    }
    return line;
  }

  @ParameterizedTest
  @MethodSource("badLines")
  void aBadLineIsToldWhereAndWhy(String from, String to, String said) {
    assertThatThrownBy(
            () ->
                Trial.parse(
                    CHAPTER.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said)
        .message()
        .matches("[ -~]+")
        .hasSizeLessThan(700);
  }
}
