package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.oneRelu;
import static reluctant.data.Problems.xor;

import org.junit.jupiter.api.Test;
import reluctant.nn.RandomStream;

class SmallProblemsTest {

  @Test
  void xorIsOneWhereExactlyOneInputIs() {
    assertThat(xor().inputs().getDDRM().data).containsExactly(0, 0, 0, 1, 1, 0, 1, 1);
    assertThat(xor().targets().getDDRM().data).containsExactly(0, 1, 1, 0);
  }

  @Test
  void noisyXorLiesAroundTheCorners() {
    Dataset data = xor(4000, 0.1).draw(RandomStream.DATA.of(0));
    double squares = 0;
    for (int i = 0; i < 4000; i++) {
      for (int column = 0; column < 2; column++) {
        double noise = data.inputs().get(i, column) - xor().inputs().get(i % 4, column);
        squares += noise * noise;
      }
      assertThat(data.targets().get(i)).isEqualTo(xor().targets().get(i % 4));
    }
    assertThat(squares / 8000).isCloseTo(0.01, within(0.0005));
    Dataset exact = xor(4, 0).draw(RandomStream.DATA.of(0));
    assertThat(exact.inputs().isIdentical(xor().inputs(), 0)).isTrue();
  }

  @Test
  void oneReluIsFlatOnOneSide() {
    assertThat(oneRelu(5, 2, 3, -1).inputs().getDDRM().data).containsExactly(-2, -1, 0, 1, 2);
    assertThat(oneRelu(5, 2, 3, -1).targets().getDDRM().data).containsExactly(0, 0, 0, 2, 5);
    Dataset drawn = oneRelu(1000, -2, 1).draw(RandomStream.DATA.of(0));
    for (int i = 0; i < 1000; i++) {
      double z = 1 - 2 * drawn.inputs().get(i);
      assertThat(drawn.targets().get(i)).isEqualTo(z > 0 ? z : 0);
    }
  }
}
