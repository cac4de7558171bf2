package reluctant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The examples print what they promise. */
class ExamplesTest {

  private interface Main {
    void run(String[] args) throws Exception;
  }

  private static String printed(Main example) throws Exception {
    PrintStream console = System.out;
    Locale locale = Locale.getDefault();
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      Locale.setDefault(Locale.ROOT);
      example.run(new String[0]);
    } finally {
      System.setOut(console);
      Locale.setDefault(locale);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void trainANetwork() throws Exception {
    assertThat(printed(TrainANetwork::main))
        .contains("Total params: 7 (56 bytes)", "1000 epochs, loss 1.402e+05 to 2.994e-05")
        .contains("f(-3) = 2.996", "new Trial(Sequential.of(1, new Dense(2, RELU)");
  }

  @Test
  void watchATraining() throws Exception {
    assertThat(printed(WatchATraining::main).lines())
        .contains("epoch 10: loss 0.017, on other data 0.016")
        .contains("42 epochs, loss 0.2405 to 5.384e-05, stopped early")
        .contains("the network is that of epoch 37")
        .hasSize(6);
  }

  @Test
  void lookInside() throws Exception {
    assertThat(printed(LookInside::main).lines())
        .containsExactly(
            "before the ReLUs: -2.0 -3.0 | 1.0 -6.0 | 3.0 -8.0",
            "after the ReLUs:  0.0 0.0 | 1.0 0.0 | 3.0 0.0",
            "what arrives at the ReLUs: 0.0 0.0 | -0.7 0.0 | -2.0 0.0",
            "by their kernel: -6.7 0.0",
            "by their bias:   -2.7 0.0");
  }

  @Test
  void countOutcomes() throws Exception {
    assertThat(printed(CountOutcomes::main))
        .contains("BOTH: 27.0 % [19.3, 36.4]", "RIGHT: 37.0 %", "LEFT: 27.0 %", "NEITHER: 9.0 %")
        .contains("some that learnt both: [3, 4, 6, 9, 19]")
        .contains("one of them again: 1000 epochs, loss 1.100e+05 to 0.1466");
  }

  @Test
  void mapSettings() throws Exception {
    assertThat(printed(MapSettings::main).lines())
        .contains("learning rate x scale, 2 x 2 cells, 256 trials", "BOTH 20.3 to 42.2 %")
        .contains("at 0.1 and 2: 20.3 % [12.3, 31.7]");
  }

  @Test
  void compareNumbers() throws Exception {
    assertThat(printed(CompareNumbers::main).lines())
        .containsExactly(
            "200 trials",
            "from 5 to 26",
            "lower quartile 9 [9, 10]",
            "median 11 [11, 12]",
            "upper quartile 13 [13, 13]",
            "never 6.0 % [3.5, 10.2]",
            "2 units, median: never",
            "8 units, within 10 epochs: 42.0 % [35.4, 48.9]",
            "one that takes long: 15 epochs, loss 0.5253 to 0.0009121, reached its loss");
  }

  @Test
  void saveAndLoad() throws Exception {
    assertThat(printed(SaveAndLoad::main).lines())
        .containsExactly("the network is the same: true", "trained again, to the bit: true");
  }

  @Test
  void yourOwnActivation() throws Exception {
    assertThat(printed(YourOwnActivation::main))
        .contains("new Dense(1, RoundedAbs[width=0.1])", "f(-0.5) = 0.52");
  }

  @Test
  void penaltiesAndConstraints() throws Exception {
    assertThat(printed(PenaltiesAndConstraints::main).lines())
        .containsExactly(
            "free: at most 0.84 long, 1 vanished, 2 negative",
            "penalty on squares: at most 0.14 long, 2 vanished, 0 negative",
            "penalty on magnitudes: at most 0.17 long, 6 vanished, 0 negative",
            "no number below zero: at most 0.84 long, 0 vanished, 0 negative");
  }
}
