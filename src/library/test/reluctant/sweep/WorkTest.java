package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.sweep.Trials.trial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.train.ProgressListener;

/** What engines rely on. */
class WorkTest {

  private static final Rule<Integer> RULE = Trials::fingerprint;

  private static Work<Integer> work(long firstSeed, long seeds) {
    var plan = new Plan(List.of(trial(1)), firstSeed, seeds);
    return new Work<>(plan, RULE, 1, Limits.NONE, ProgressListener.NONE);
  }

  private static List<Part> parts(Work<?> work) {
    return LongStream.range(0, work.parts()).mapToObj(work::part).toList();
  }

  private static Tally<Integer> tally(Part part) {
    return Tally.of(part, RULE).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 64", "0, 65", "63, 2", "-1, 2", "-130, 200", "5, 1000"})
  void partsCoverTheSeedsInOrderWithinAlignedBlocks(long firstSeed, long seeds) {
    var all = new ArrayList<Long>();
    for (Part part : parts(work(firstSeed, seeds))) {
      long last = part.firstSeed() + part.count() - 1;
      assertThat(part.firstSeed() >> 6).isEqualTo(last >> 6);
      LongStream.rangeClosed(part.firstSeed(), last).forEach(all::add);
    }
    assertThat(all)
        .containsExactlyElementsOf(LongStream.range(firstSeed, firstSeed + seeds).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void talliesMayComeInAnyOrderAndInPieces(int order) {
    var inTurn = work(-7, 300);
    parts(inTurn).forEach(part -> inTurn.add(part, tally(part)));
    var shuffled = work(-7, 300);
    List<Part> pieces =
        new ArrayList<>(
            parts(shuffled).stream().flatMap(part -> part.pieces(10 * order).stream()).toList());
    Collections.shuffle(pieces, new Random(order));
    pieces.forEach(piece -> shuffled.add(piece, tally(piece)));
    assertThat(inTurn.close()).isEqualTo(End.COMPLETED);
    assertThat(shuffled.close()).isEqualTo(End.COMPLETED);
    assertThat(shuffled.cells()).isEqualTo(inTurn.cells());
    assertThat(shuffled.cells().get(0).trials()).isEqualTo(300);
  }

  @Test
  void whatCantBeWrittenIsToldAtTheEndToo() {
    var work = work(0, 200);
    work.writeTo(
        (part, tally) -> {
          throw new IllegalStateException("the disk is full");
        });
    assertThatThrownBy(() -> work.add(work.part(0), tally(work.part(0))))
        .hasMessage("the disk is full");
    assertThat(work.add(work.part(1), tally(work.part(1)))).as("wanted").isFalse();
    assertThatThrownBy(work::close).hasMessage("the disk is full");
  }

  @Test
  void whatComesEarlyWaitsForItsTurn() {
    var work = work(0, 200);
    work.add(work.part(1), tally(work.part(1)));
    assertThat(work.cells().get(0).trials()).isZero();
    work.add(work.part(0).first(10), tally(work.part(0).first(10)));
    assertThat(work.cells().get(0).trials()).isEqualTo(10);
    assertThat(work.part(0)).isEqualTo(new Part(0, trial(1), 10, 54));
    work.add(work.part(0), tally(work.part(0)));
    assertThat(work.cells().get(0).trials()).isEqualTo(128);
    assertThat(work.firstPart()).isEqualTo(2);
    assertThat(work.close()).isEqualTo(End.INTERRUPTED);
  }

  @Test
  void whatComesTwiceOrTooLateIsNotCounted() {
    var work = work(0, 200);
    Part first = work.part(0);
    assertThat(work.add(first, tally(first))).isTrue();
    assertThat(work.add(first, tally(first))).isTrue();
    work.close();
    assertThat(work.add(work.part(1), tally(work.part(1)))).isFalse();
    assertThat(work.cells().get(0).trials()).isEqualTo(64);
    assertThatThrownBy(() -> work.add(work.part(1), tally(first.first(3))))
        .hasMessage("tally must be of the 64 trials of its part. Received: 3 trials");
  }

  @Test
  @SuppressWarnings("unchecked") // It is what was sent.
  void talliesAndRulesTravel() throws Exception {
    var part = new Part(3, trial(2).seed(9), -5, 4);
    assertThat(sent(tally(part))).isEqualTo(tally(part));
    assertThat(Tally.of(part, (Rule<Integer>) sent(RULE))).contains(tally(part));
  }

  private static Object sent(Object value) throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @Test
  void anInterruptedPartGivesNothing() {
    Thread.currentThread().interrupt();
    assertThat(Tally.of(work(0, 3).part(0), RULE)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void eachThreadHasSeedsOfItsOwn() {
    for (int threads : new int[] {1, 2, 5}) {
      var seeds = new ConcurrentSkipListSet<Long>();
      var plan = new Plan(List.of(trial(1)), -3, 150);
      Rule<Boolean> isNew = run -> seeds.add(run.trial().seed());
      var work = new Work<>(plan, isNew, threads, Limits.NONE, ProgressListener.NONE);
      new Workers<>(work).run();
      assertThat(seeds).containsExactlyElementsOf(LongStream.range(-3, 147).boxed().toList());
      assertThat(work.close()).isEqualTo(End.COMPLETED);
      assertThat(work.cells().get(0).count(true)).isEqualTo(150);
    }
  }
}
