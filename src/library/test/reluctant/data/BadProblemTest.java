package reluctant.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Inputs.at;
import static reluctant.data.Inputs.bits;
import static reluctant.data.Inputs.coins;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Inputs.sample;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.points;
import static reluctant.data.Problems.xor;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that cannot be are refused in one sentence, when they are written down. */
class BadProblemTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Arguments bad(String message, ThrowingCallable call) {
    return Arguments.of(message, call);
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        bad("count must be at least 2. Received: 1", () -> grid(0, 1, 1)),
        bad("to must be above from. Received: from 1 to 1", () -> grid(1, 1, 5)),
        bad("to must be above from. Received: from 1 to 0", () -> uniform(1, 0, 5)),
        bad("from must be a finite number. Received: NaN", () -> grid(NAN, 1, 5)),
        bad("to must be a finite number. Received: Infinity", () -> uniform(0, INFINITY, 5)),
        bad("to - from must be a finite number.", () -> grid(-1e308, 1e308, 5)),
        bad("count must be at least 2. Received: 0", () -> grid(0, 1, 2).by(0, 1, 0)),
        bad("samples must be at least 1. Received: 0", () -> normal(0)),
        bad("samples must be at least 1. Received: -1", () -> uniform(0, 1, -1)),
        bad("samples must be at least 1. Received: 0", () -> coins(0)),
        bad("samples must be at least 1. Received: 0", () -> sample(0, Distribution.DISK)),
        bad("the number of inputs must be at least 1. Received: 0", () -> at()),
        bad("input 1 must be a finite number. Received: NaN", () -> at(1, NAN)),
        bad("first must be at least 0. Received: -1", () -> bits(-1, 3, 8)),
        bad("last must be at least 5. Received: 3", () -> bits(5, 3, 8)),
        bad("width must be at least 1. Received: 0", () -> bits(0, 3, 0)),
        bad("width must be from the 7 bits that 99 has to 31. Received: 6", () -> bits(0, 99, 6)),
        bad("width must be from the 2 bits that 3 has to 31. Received: 32", () -> bits(0, 3, 32)));
  }

  static Stream<Arguments> formulas() {
    return Stream.of(
        bad("as in sin(x). Not understood is", () -> formula("sin x", normal(5))),
        bad("n and ones are those of bits(..)", () -> formula("mod(n, 2)", grid(0, 9, 10))),
        bad("must name inputs up to x1. Received: x2 in x2", () -> formula("x2", at(1))),
        bad("must name inputs up to x3. Received: x4", () -> formula("x4", bits(0, 7, 3))),
        bad(
            "must name them x1, x2, .. Received: x in x^2",
            () -> formula("x^2", sample(5, Distribution.DISK))),
        bad("must name them x1, x2, .. Received: x in n x", () -> formula("n x", bits(0, 7, 3))),
        bad("must name them x1, x2, ..", () -> formula("x", normal(5)).features(2)),
        bad(
            "features must be at least 3. Received: 2",
            () -> formula("x1 x3", normal(5)).features(2)),
        bad("features must be at least 1. Received: 0", () -> formula("2", normal(5)).features(0)),
        bad(
            "features of bits(0, 7, 3) must be 3. Received: 4",
            () -> formula("x1", bits(0, 7, 3)).features(4)),
        bad(
            "samples must be at most 2147483647, use fewer in each direction. Received: grid(0, 1,"
                + " 200) for 5 inputs",
            () -> formula("x5", grid(0, 1, 200))),
        bad(
            "Received: bits(0, 2147483647, 31) for 31 inputs",
            () -> formula("n", bits(0, Integer.MAX_VALUE, 31))));
  }

  static Stream<Arguments> written() {
    return Stream.of(
        bad("the number of rows must be at least 1. Received: 0", () -> points(new double[0][])),
        bad(
            "the length of row 0, inputs and targets must be at least 2. Received: 1",
            () -> points(new double[][] {{1}})),
        bad("must be at least 3. Received: 2", () -> points(new double[][] {{1, 2}}, 2)),
        bad("outputs must be at least 1. Received: 0", () -> points(new double[][] {{1, 2}}, 0)),
        bad(
            "rows must have the same length. Received: 2 numbers in row 0 and 3 in row 1",
            () -> points(new double[][] {{1, 2}, {1, 2, 3}})),
        bad(
            "the number in row 1, column 0 must be a finite number. Received: NaN",
            () -> points(new double[][] {{1, 2}, {NAN, 2}})),
        bad(
            "points must be at most 500 rows with 2000 numbers, keep more in a CSV file and use CsvFile.of(..)."
                + " Received: 501 rows with 1002 numbers",
            () -> points(new double[501][2])),
        bad("Received: 100 rows with 2100 numbers", () -> points(new double[100][21])));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        bad("noise must be a finite number of at least 0. Received: -1.0", () -> xor().noise(-1)),
        bad("inputNoise must be a finite number of at least 0.", () -> xor().inputNoise(NAN)),
        bad("scaledInputs must not be by 0", () -> xor().scaledInputs(0)),
        bad("a number of scaledTargets must be a finite", () -> xor().scaledTargets(INFINITY)),
        bad("a number of shiftedInputs must be a finite", () -> xor().shiftedInputs(0, NAN)),
        bad(
            "shiftedInputs takes one number for all columns, or one for each of the 2. Received: 3",
            () -> xor().shiftedInputs(1, 2, 3)),
        bad("or one for each of the 1. Received: 2", () -> xor().shiftedTargets(1, 2)),
        bad("Received: 0", () -> xor().scaledInputs()),
        bad("row must be from 0 to 3. Received: 4", () -> xor().without(4)),
        bad("row must be from 0 to 3. Received: -1", () -> xor().only(-1)),
        bad("row must be from 0 to 2. Received: 3", () -> xor().without(0).without(3)),
        bad("rows must differ, name each once. Received: 2 again", () -> xor().without(2, 2)),
        bad("the number of rows must be at least 1. Received: 0", () -> xor().only()),
        bad(
            "rows must leave at least one sample. Received: all 4 of them",
            () -> xor().without(0, 1, 2, 3)));
  }

  @ParameterizedTest
  @MethodSource({"inputs", "formulas", "written", "changes"})
  void isRefusedInOneSentence(String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .message()
        .matches("[^\n]+\\. (Received: |Not understood is )[^\n]+");
  }
}
