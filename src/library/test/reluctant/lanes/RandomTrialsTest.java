package reluctant.lanes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reluctant.arithmetic.Lanes;
import reluctant.nn.Activation;
import reluctant.train.Constants;
import reluctant.train.History;
import reluctant.train.Loss;
import reluctant.train.Metric;
import reluctant.train.Run;

/** Whatever a trial has, all trainers give the same bits. */
class RandomTrialsTest {

  private static final int TRIALS = 200;

  @Test
  void lanesGiveTheBitsOfTheReadableTrainer() {
    Set<History.End> ends = EnumSet.noneOf(History.End.class);
    for (int number = 0; number < TRIALS; number++) {
      RandomTrials.Block block = RandomTrials.block(number);
      assertThat(Lockstep.obstacle(block.trial())).as(block::toString).isEmpty();
      List<Run> expected = RandomTrialHashes.oneByOne(block);
      expected.forEach(run -> ends.add(run.history().end()));
      for (Lanes lanes : List.of(Lanes.SCALAR, Lanes.fastest())) {
        assertThat(Lockstep.run(block.trial(), block.first(), block.count(), lanes))
            .as("%d in %s: %s", number, lanes, block)
            .isEqualTo(expected);
      }
    }
    assertThat(ends).isEqualTo(EnumSet.complementOf(EnumSet.of(History.End.INTERRUPTED)));
  }

  @Test
  void allPartsAreDrawn() {
    String all =
        IntStream.range(0, TRIALS)
            .mapToObj(number -> RandomTrials.block(number).trial().toString())
            .collect(joining("\n"));
    assertThat(words()).allMatch(all::contains);
  }

  @Test
  void noConstantIsForgotten() {
    assertThat(RandomParts.ACTIVATIONS).containsAll(Constants.of(Activation.class).toList());
    assertThat(RandomParts.LOSSES).containsAll(Constants.of(Loss.class).toList());
    assertThat(RandomParts.METRICS).containsAll(Constants.of(Metric.class).toList());
  }

  private static List<String> words() {
    var words = new ArrayList<String>();
    RandomParts.ACTIVATIONS.forEach(activation -> words.add(activation.toString()));
    words.remove(Activation.LINEAR.toString()); // Nobody writes it.
    RandomParts.LOSSES.forEach(loss -> words.add(loss.toString()));
    RandomParts.METRICS.forEach(metric -> words.add(metric.toString()));
    RandomParts.OPTIMIZERS.forEach(one -> words.add("new " + one.getClass().getSimpleName()));
    RandomParts.SCHEDULES.forEach(one -> words.add("new " + one.getClass().getSimpleName()));
    words.addAll(List.of("PReLU()", "new Dropout(0.5)", "L1L2", "Repulsion", "NON_NEGATIVE"));
    words.addAll(List.of("clipValue", "clipNorm", "globalClipNorm", "useBias(false)"));
    words.addAll(List.of("kernelTrainable(false)", "biasTrainable(false)", ").trainable(false)"));
    words.add(".then(new Fit(");
    words.addAll(List.of("shuffle(false)", "metrics", "validationData", "E200", "E-160"));
    words.addAll(List.of("earlyStopping", "untilLoss", "points(", "amplitudeSpectrum", "xor"));
    words.addAll(List.of("normal(", "coins(", ".standardized()", "bits("));
    return words;
  }
}
