package reluctant.csv;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.points;
import static reluctant.nn.Activation.RELU;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.data.CsvFile;
import reluctant.data.CsvProblem;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.Dense;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Sweep;
import reluctant.train.Drawn;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class CsvFileTest {

  private static final String PLANTS = "long,wide,kind\n1.5,2,setosa\n-3,.5,iris\n4e2,5.,rosa\n";

  /** {@code printf 'long,wide,kind\n1.5,2,setosa\n-3,.5,iris\n4e2,5.,rosa\n' | sha256sum}. */
  private static final String SHA_256 =
      "f8397671a8df08e422811ebd4582e81b1bbe91f60001f4aa55c458e121418a61";

  @TempDir(factory = InTarget.class)
  private Path folder;

  private CsvFile file(String text) throws IOException {
    return CsvFile.of(InTarget.write(folder, "plants.csv", text.getBytes(UTF_8)));
  }

  private static Dataset draw(Problem problem) {
    return problem.draw(RandomStream.DATA.of(7));
  }

  private static void has(Problem problem, double[][] inputs, double[][] targets) {
    Dataset data = draw(problem);
    assertThat(data.inputs().toArray2()).isDeepEqualTo(inputs);
    assertThat(data.targets().toArray2()).isDeepEqualTo(targets);
    assertThat(problem.samples()).isEqualTo(inputs.length);
    assertThat(problem.features()).isEqualTo(inputs[0].length);
    assertThat(problem.outputs()).isEqualTo(targets[0].length);
  }

  private static Trial trial(Problem data) {
    var model = Sequential.of(data.features(), new Dense(2, RELU), new Dense(data.outputs()));
    return new Trial(model, data, new Fit(new Adam(0.01), Loss.MSE, 20, 2), 3);
  }

  @Test
  void chosenColumnsAreInputsAndTargets() throws IOException {
    CsvFile plants = file(PLANTS);
    double[][] wide = {{2}, {0.5}, {5}};
    double[][] both = {{1.5, 2}, {-3, 0.5}, {400, 5}};
    has(plants.inputs("long").targets("wide"), new double[][] {{1.5}, {-3}, {400}}, wide);
    has(plants.inputs("#2").targets("#1", "wide"), wide, both);
    CsvProblem kinds = plants.classes("kind");
    has(kinds, both, new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}});
    assertThat(kinds.classNames()).containsExactly("iris", "rosa", "setosa");
    assertThat(kinds.inputNames()).containsExactly("long", "wide");
    assertThat(kinds.targetNames()).containsExactly("kind");
    has(
        file("a,b\n1,yes\n2,no\n3,yes\n").binary("b"),
        new double[][] {{1}, {2}, {3}},
        new double[][] {{1}, {0}, {1}});
  }

  @Test
  void aProblemPrintsItselfWithItsContent() throws IOException {
    CsvProblem kinds = file(PLANTS).classes("kind");
    String name = InTarget.name(folder.resolve("plants.csv"));
    assertThat(kinds.toString())
        .isEqualTo(
            "csv(\""
                + name
                + "\", 3, \""
                + SHA_256
                + "\").inputs(\"long\", \"wide\").classes(\"kind\", 3)");
    Trial trial = trial(kinds.standardized().without(1));
    assertThat(Trial.parse(trial.line())).isEqualTo(trial);
    assertThat(Trial.parse(trial.line().replace(" ", "\n\u00A0"))).isEqualTo(trial);
    Run run = Trial.parse(trial.line()).run();
    assertThat(run.network().parameters()).isEqualTo(trial.run().network().parameters());
    trial.save(folder.resolve("trial.json"));
    assertThat(Trial.load(folder.resolve("trial.json"))).isEqualTo(trial);
  }

  @Test
  void aLineOpensNoFile() throws IOException {
    Trial trial = trial(file(PLANTS).inputs("long").targets("wide").without(0));
    String line = trial.line();
    Files.delete(folder.resolve("plants.csv"));
    Trial parsed = Trial.parse(line);
    assertThat(parsed).isEqualTo(trial);
    assertThat(parsed.data().samples()).isEqualTo(2);
    assertThatThrownBy(parsed::run).hasMessageEndingWith("Received: no such file there");
    assertThat(trial.run().history().epochs()).isEqualTo(20);
    Dataset drawn = Drawn.of(trial.data(), 1);
    Trial validated = trial.fit(trial.fit().validationData(drawn));
    assertThatThrownBy(() -> Trial.parse(validated.toString()))
        .hasMessageContaining("a line opens no file");
    assertThatThrownBy(validated::line).hasMessageContaining("trial.save(file)");
    validated.save(folder.resolve("trial.json"));
    assertThat(Trial.load(folder.resolve("trial.json"))).isEqualTo(validated);
  }

  @Test
  void aSweepReadsItsFileOnceAndGivesTheBitsOfPoints() throws IOException {
    double[][] rows = {{1, 2, 3}, {4, 5.5, 6}, {-7, 8, 9}, {1, 1, 0.1}, {2, -2, 0}};
    String text =
        "a,b,c\n"
            + Arrays.stream(rows)
                .map(Arrays::toString)
                .map(row -> row.substring(1, row.length() - 1))
                .reduce("", (all, row) -> all + row + "\n");
    Problem looked = file(text).targets("c").standardizedInputs();
    Trial parsed = Trial.parse(trial(looked).line());
    draw(parsed.data());
    Files.delete(folder.resolve("plants.csv"));
    List<double[]> expected = parameters(trial(points(rows).standardizedInputs()));
    assertThat(parameters(trial(looked))).usingRecursiveComparison().isEqualTo(expected);
    assertThat(parameters(parsed)).usingRecursiveComparison().isEqualTo(expected);
    assertThat(trial(looked).seed(5).run().network().parameters()).isEqualTo(expected.get(5));
    assertThat(parameters(trial(looked.noise(0.1))))
        .usingRecursiveComparison()
        .isEqualTo(parameters(trial(points(rows).standardizedInputs().noise(0.1))));
  }

  private static List<double[]> parameters(Trial trial) {
    return Sweep.of(trial).seeds(0, 70).runs().stream()
        .map(run -> run.network().parameters())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFlong,wide,kind\n1.5,2,setosa\n-3,.5,iris\n4e2,5.,rosa\n",
        "long,wide,kind\r\n1.5,2,setosa\r\n-3,.5,iris\r\n4e2,5.,rosa\r\n",
        "long,wide,kind\r1.5,2,setosa\r-3,.5,iris\r4e2,5.,rosa",
        "\n\"long\",\"wide\",\"kind\"\n\n\"1.5\",\"2\",\"setosa\"\n-3,.5,iris\n  \n4e2,5.,rosa\n\n\n",
        " long , wide ,\u00A0kind\n 1.5 ,\t2 , setosa\n +0-3,.5,iris\n4E+2,05.0,\"rosa\" \n"
      })
  void whatSpreadsheetsWriteIsUnderstood(String text) throws IOException {
    assertThat(draw(file(text.replace("+0-3", "-3")).classes("kind")).inputs().toArray2())
        .isDeepEqualTo(new double[][] {{1.5, 2}, {-3, 0.5}, {400, 5}});
    assertThat(file(text.replace("+0-3", "-3")).classes("kind").classNames())
        .containsExactly("iris", "rosa", "setosa");
  }

  @Test
  void separatorsCommasAndEncodings() throws IOException {
    Charset western = Charset.forName("windows-1252");
    byte[] text = "Größe;Preis;Art\n1,5;2;süß\n-3;,5;\"sau;er\"\n".getBytes(western);
    CsvFile file =
        CsvFile.of(InTarget.write(folder, "preise.csv", text))
            .separator(";")
            .decimalComma()
            .encoding("windows-1252");
    CsvProblem sweet = file.inputs("Größe", "Preis").binary("Art");
    has(sweet, new double[][] {{1.5, 2}, {-3, 0.5}}, new double[][] {{1}, {0}});
    assertThat(sweet.inputNames()).containsExactly("Größe", "Preis");
    assertThat(sweet.classNames()).containsExactly("sau;er", "süß");
    assertThat(sweet.toString())
        .contains("\").separator(\";\").decimalComma().encoding(\"windows-1252\").inputs(\"#1\", ");
    assertThat(Trial.parse(trial(sweet).line())).isEqualTo(trial(sweet));
    String wide = InTarget.write(folder, "wide.txt", "a\tb\n1\t2\n".getBytes(UTF_16));
    has(
        CsvFile.of(wide).separator("tab").encoding("UTF-16").targets("b"),
        new double[][] {{1}},
        new double[][] {{2}});
  }

  @Test
  void oddNamesOfColumnsAreNamedByTheirNumbers() throws IOException {
    CsvFile odd = file("a \"b\",#7,,50 %\n1,2,3,4\n".replace("a \"b\"", "\"a \"\"b\"\"\""));
    CsvProblem problem = odd.inputs("a \"b\"", "#2").targets("#3", "50  %");
    has(problem, new double[][] {{1, 2}}, new double[][] {{3, 4}});
    assertThat(problem.toString()).endsWith(".inputs(\"#1\", \"#2\").targets(\"#3\", \"50 %\")");
    assertThat(problem.inputNames()).containsExactly("a \"b\"", "#7");
    assertThat(odd.targets("50 %").features()).isEqualTo(2);
  }
}
