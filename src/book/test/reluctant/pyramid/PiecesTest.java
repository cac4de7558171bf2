package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.TANH;

import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.RandomNormal;
import reluctant.nn.Sequential;

class PiecesTest {

  private static Pieces pieces(int units, Activation activation) {
    var hidden = new Dense(units, activation).biasInitializer(new RandomNormal(0, 0.5));
    return Pieces.of(Sequential.of(2, hidden, new Dense(1)), 20);
  }

  @Test
  void relusMakeStraightPiecesAndTanhDoesNot() {
    Pieces three = pieces(3, RELU);
    assertThat(three.possible()).isEqualTo(7);
    assertThat(three.most()).isEqualTo(7);
    assertThat(three.areStraight()).isTrue();
    assertThat(three.toString()).startsWith("at most 7 pieces of 7 possible ones, bent by at most");
    assertThat(pieces(3, TANH).areStraight()).isFalse();
  }

  /** Without a crease there is one piece, and nothing to be bent across. */
  @Test
  void aPlaneIsNotBentAtAll() {
    assertThat(new Pieces(1, 7, 0, 0).areStraight()).isFalse();
    assertThat(new Pieces(8, 7, 0, 1).areStraight()).isFalse();
  }
}
