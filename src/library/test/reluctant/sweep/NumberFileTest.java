package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.sweep.Trials.interruptAfter;
import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Numbers keep their bits on their way: through a file, and from an engine far away. */
class NumberFileTest {

  @TempDir Path folder;
  private Path file = Path.of("");
  private Sweep sweep = Sweep.of(tiny());

  @BeforeEach
  void name() {
    file = folder.resolve("sweep.jsonl");
    sweep = Sweep.of(trial(1)).seeds(-10, 150).threads(2);
  }

  /** Any double: a third have few bits, and some are none. */
  static Double anyDouble(Run run) {
    var random = new Random(run.trial().seed());
    long bits = random.nextLong();
    return Double.longBitsToDouble(random.nextInt(3) == 0 ? bits & -1L << 48 : bits);
  }

  private static String counted(Sweep sweep) {
    var numbers = sweep.numbers(NumberFileTest::anyDouble).run();
    var bits = Arrays.stream(numbers.values()).mapToLong(Double::doubleToRawLongBits).toArray();
    return numbers + Arrays.toString(bits) + numbers.example(0.1) + numbers.example(1);
  }

  @Test
  void whereverTheFileEndsItIsTakenUp() throws IOException {
    String alone = counted(sweep);
    assertThat(counted(sweep.file(file))).isEqualTo(alone);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length += 1 + length / 5) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(counted(sweep.file(file))).isEqualTo(alone);
      assertThat(file).hasBinaryContent(whole);
    }
    Path other = folder.resolve("other.jsonl");
    assertThat(counted(sweep.threads(1).file(other))).isEqualTo(alone);
    assertThat(other).hasBinaryContent(whole);
  }

  @Test
  void anInterruptedGridIsTakenUp() {
    var grid = sweep.seeds(0, 100).over("epochs", List.of(1, 2), Trial::epochs);
    var kept = grid.file(file).numbers(Rule.finalLoss());
    assertThat(kept.run(interruptAfter(70)).isPartial()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(kept.run()).hasToString(grid.numbers(Rule.finalLoss()).run().toString());
  }

  @Test
  void whateverByteOfThePartsIsChangedIsRefused() throws IOException {
    counted(sweep.file(file));
    byte[] whole = Files.readAllBytes(file);
    int start = Files.readString(file).indexOf("{\"part\"");
    for (int at = start; at < whole.length - 1; at += 97) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> counted(sweep.file(file)))
          .withMessageStartingWith("file must be whole and of this rule");
      assertThat(file).hasBinaryContent(changed);
    }
  }

  @Test
  void theFileOfAnotherRuleIsRefused() {
    sweep.file(file).numbers(Rule.epochsTo(0.25)).run();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sweep.file(file).numbers(Rule.epochsTo(0.5)).run())
        .withMessageEndingWith(
            "which is of a sweep by another rule than epochs to loss 0.5, epochs to loss 0.25");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                sweep
                    .file(file)
                    .numbers(NumberFileTest::anyDouble)
                    .named("epochs to loss 0.25")
                    .run())
        .withMessageContaining("has another outcome than this rule for seed -");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sweep.file(file).numbers(run -> 1).run())
        .withMessageStartingWith("rule must have a name to be kept or sent");
  }

  /** Older JDKs have more digits than they need for some. */
  @Test
  void numbersAreWrittenAsEachJdkWritesThem() throws IOException {
    sweep.file(file).numbers(run -> 2e-3).named("small").run();
    assertThat(Files.readString(file)).contains("\"outcomes\":[\"0.002\"]");
  }

  /** Sends all there and back as bytes, as Spark does, and returns the parts in any order. */
  private record FarAway(int order) implements Engine {

    @Override
    public <O extends Comparable<? super O>> void run(Work<O> work) {
      Rule<O> rule = sent(work.rule());
      var parts = new ArrayList<Part>();
      for (long number = work.firstPart(); number < work.parts(); number++) {
        parts.addAll(work.part(number).pieces(7));
      }
      Collections.shuffle(parts, new Random(order));
      parts.forEach(part -> work.add(part, sent(Tally.of(part, rule).orElseThrow())));
    }

    @Override
    public String describe(Trial trial, int threads) {
      return "far away";
    }
  }

  @SuppressWarnings({"unchecked", "BanSerializableRead"}) // What comes back is what was written.
  private static <T> T sent(T value) {
    try {
      var bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(value);
      return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEngineFarAwayGivesTheSame() {
    String here = counted(sweep);
    var losses = sweep.numbers(Rule.finalLoss()).run().values();
    var epochs = sweep.numbers(Rule.epochsTo(losses[50])).run();
    for (int order = 0; order < 3; order++) {
      Sweep there = sweep.engine(new FarAway(order));
      assertThat(counted(there)).isEqualTo(here);
      assertThat(there.numbers(Rule.finalLoss()).run().values()).isEqualTo(losses);
      assertThat(there.numbers(Rule.epochsTo(losses[50])).run()).hasToString(epochs.toString());
    }
  }
}
