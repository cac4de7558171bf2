package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.sweep.Trials.trial;
import static reluctant.sweep.Trials.watched;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.lanes.OwnLayer;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Layer;
import reluctant.train.Trial;

/**
 * Through how many types a sweep goes down to the arithmetic, and a result up again. The package's
 * page tells of them.
 */
class JourneyTest {

  private final Thread caller = Thread.currentThread();
  private final AtomicReference<List<String>> way = new AtomicReference<>();

  static Stream<Trial> trials() {
    return Stream.of(trial(1), oneByOne(trial(1)));
  }

  private static Trial oneByOne(Trial trial) {
    var layers = new ArrayList<>(trial.model().layers());
    layers.add(new OwnLayer(new Dropout(0)));
    return trial.layers(layers.toArray(new Layer[0]));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aLossIsEightCallsBelowItsSweep(Trial trial) {
    Sweep.of(watched(trial, this::note)).seeds(0, 64).outcomes(run -> true).run();
    var types = new ArrayList<>(Objects.requireNonNull(way.get()));
    // The arithmetic itself, from which a loss of one's own is called.
    types.removeAll(List.of("ScalarLoss", "LossLoops"));
    assertThat(types).startsWith("OutcomeSweep").endsWith("Trials").hasSizeBetween(6, 9);
    assertThat(way.get()).doesNotContain("SweepFile");
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aLayerIsEightCallsBelowItsSweep(Trial trial) {
    Activation watched =
        new Activation() {
          @Override
          public double value(double z) {
            note();
            return z;
          }

          @Override
          public double slope(double z, double h) {
            return 1;
          }
        };
    Layer[] changed = trial.model().layers().toArray(new Layer[0]);
    changed[0] = new Dense(2, watched);
    Trial own = trial.layers(changed);
    Sweep.of(own).seeds(0, 64).outcomes(run -> true).run();
    List<String> layers = List.of("ScalarDense", "VectorFewInputs", "Backpropagation");
    List<String> types = Objects.requireNonNull(way.get());
    int layer = layers.stream().mapToInt(types::indexOf).max().orElseThrow();
    assertThat(layer).as("%s", types).isBetween(5, 8);
  }

  /** What a rule says, which knows who looks at it. */
  private record Said(long number, Set<String> seenBy) implements Comparable<Said> {

    @Override
    public int compareTo(Said other) {
      seenBy.add(caller());
      return Long.compare(number, other.number);
    }
  }

  /** A run is counted in a tally, and tallies add up to outcomes: no other type has it in hand. */
  @ParameterizedTest
  @MethodSource("trials")
  void aResultGoesUpThroughThreeTypes(Trial trial) {
    Set<String> seenBy = new ConcurrentSkipListSet<>();
    Rule<Said> rule =
        run -> {
          seenBy.add(caller());
          return new Said(run.trial().seed() % 2, seenBy);
        };
    Outcomes<Said> outcomes = Sweep.of(trial).seeds(0, 150).threads(2).outcomes(rule).run();
    assertThat(outcomes.rate(new Said(1, seenBy))).isEqualTo(new Rate(75, 150));
    assertThat(outcomes.outcomes()).hasSize(2);
    assertThat(seenBy).containsExactly("Tally");
  }

  /** The innermost type of the library that is at work. */
  private static String caller() {
    return Arrays.stream(Thread.currentThread().getStackTrace())
        .map(JourneyTest::type)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  /** The name of a type of the library, without what is nested in it. */
  private static Optional<String> type(StackTraceElement frame) {
    String type = frame.getClassName().replaceAll(".*\\.|\\$.*", "");
    boolean isOurs = frame.getClassName().startsWith("reluctant.") && !type.endsWith("Test");
    return isOurs ? Optional.of(type) : Optional.empty();
  }

  /** The sweeping thread waits while another one trains, so the way goes through both. */
  private void note() {
    if (way.get() == null) {
      while (Thread.currentThread() != caller && caller.getState() == Thread.State.RUNNABLE) {
        Thread.onSpinWait(); // It is still on its way to where it waits.
      }
      var frames = new ArrayList<>(Arrays.asList(Thread.currentThread().getStackTrace()));
      frames.addAll(Arrays.asList(caller.getStackTrace()));
      List<String> types = new ArrayList<>();
      Collections.reverse(frames);
      for (StackTraceElement frame : frames) {
        type(frame)
            .filter(type -> types.isEmpty() || !types.get(types.size() - 1).equals(type))
            .ifPresent(types::add);
      }
      way.compareAndSet(null, types);
    }
  }
}
