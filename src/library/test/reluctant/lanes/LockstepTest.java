package reluctant.lanes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.oneRelu;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.arithmetic.Lanes;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.History;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Networks trained side by side are those that the readable trainer gives, to the bit. */
class LockstepTest {

  private static final Trial HINGES =
      new Trial(
          Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1)),
          absoluteValue(100, 1000),
          new Fit(new Adam(0.001), Loss.MSE, 10, 32),
          0);

  private static Stream<Arguments> trials() {
    return SideBySide.trials().entrySet().stream()
        .flatMap(
            trial ->
                Stream.of(Lanes.SCALAR, Lanes.fastest())
                    .map(lanes -> Arguments.of(trial.getKey(), lanes, trial.getValue())));
  }

  private static List<Run> oneByOne(Trial trial, long first, int count) {
    return LongStream.range(first, first + count).mapToObj(seed -> trial.seed(seed).run()).toList();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("trials")
  void networksAndHistoriesHaveTheBitsOfTheReadableTrainer(String name, Lanes lanes, Trial trial) {
    assertThat(Lockstep.obstacle(trial)).isEmpty();
    // 13 seeds: some groups of lanes are full, and one is not.
    assertThat(Lockstep.run(trial, 128, 13, lanes)).isEqualTo(oneByOne(trial, 128, 13));
  }

  @Test
  void vectorsAreTested() {
    assertThat(Lanes.fastest().width()).isGreaterThan(1);
    assertThat(Lockstep.description(HINGES))
        .isEqualTo("side by side in vectors of " + Lanes.fastest().width());
  }

  @Test
  void somewhatAndWhollyDivergedBlocksAreAmongTheTrials() {
    assertThat(Lockstep.run(requireNonNull(SideBySide.trials().get("some diverge")), 128, 13))
        .extracting(run -> run.history().end())
        .contains(History.End.DIVERGED, History.End.COMPLETED);
    assertThat(Lockstep.run(requireNonNull(SideBySide.trials().get("all diverge")), 128, 13))
        .extracting(run -> run.history().end())
        .containsOnly(History.End.DIVERGED);
  }

  @Test
  void someGoOnAfterOthersHaveDiverged() {
    Trial trial = requireNonNull(SideBySide.trials().get("fits after some have diverged"));
    assertThat(Lockstep.run(trial, 128, 13))
        .extracting(run -> run.history().epochsOfFits().length)
        .contains(1, 2);
  }

  @Test
  void eachNetworkEndsByItself() {
    Trial reaching = HINGES.fit(HINGES.fit().epochs(300).untilLoss(30_000));
    var runs = Lockstep.run(reaching, 64, 64);
    assertThat(runs).isEqualTo(oneByOne(reaching, 64, 64));
    assertThat(runs)
        .extracting(run -> run.history().end())
        .contains(History.End.REACHED, History.End.COMPLETED);
  }

  @Test
  void validationStopsAtAnInterruptToo() {
    Trial watched = HINGES.fit(HINGES.fit().validationData(absoluteValue(100, 10)));
    Thread.currentThread().interrupt();
    assertThat(Lockstep.run(watched, 0, 64)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aBlockMayBeCutAnywhere() {
    var whole = Lockstep.run(HINGES, 64, 64);
    assertThat(whole).hasSize(64);
    assertThat(Lockstep.run(HINGES, 64, 1)).isEqualTo(whole.subList(0, 1));
    assertThat(Lockstep.run(HINGES, 67, 20)).isEqualTo(whole.subList(3, 23));
    assertThat(Lockstep.run(HINGES, 127, 1)).isEqualTo(whole.subList(63, 64));
  }

  @Test
  void seedsMayBeNegative() {
    assertThat(Lockstep.run(HINGES, -64, 3)).isEqualTo(oneByOne(HINGES, -64, 3));
  }

  @Test
  void aLayerOfOnesOwnIsTrainedOneByOne() {
    var dropout = new OwnLayer(new Dropout(0.1));
    var own = HINGES.layers(new Dense(2, Activation.RELU), dropout, new Dense(1));
    assertThat(Lockstep.description(own)).isEqualTo("one by one, since the model has " + dropout);
    List<Run> runs = Lockstep.run(own, 0, 3);
    assertThat(runs).isEqualTo(oneByOne(own, 0, 3));
    var known = HINGES.layers(new Dense(2, Activation.RELU), new Dropout(0.1), new Dense(1));
    for (Run run : Lockstep.run(known, 0, 3)) {
      double[] expected = runs.get((int) run.trial().seed()).network().parameters();
      assertThat(run.network().parameters()).isEqualTo(expected);
    }
  }

  @Test
  void anInterruptEndsTheBlockAndStays() {
    Thread.currentThread().interrupt();
    var runs = Lockstep.run(HINGES, 0, 64);
    var runsOnDrawnData = Lockstep.run(HINGES.data(oneRelu(100, 1, -1)), 0, 64);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(runs).isEmpty();
    assertThat(runsOnDrawnData).isEmpty();
  }

  @Test
  void blocksAreNotLeft() {
    assertThatThrownBy(() -> Lockstep.run(HINGES, 60, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be 1 to 4, what is left of the block of 64 seeds. Received: 5");
    assertThatThrownBy(() -> Lockstep.run(HINGES, 0, 0)).hasMessageContaining("Received: 0");
  }
}
