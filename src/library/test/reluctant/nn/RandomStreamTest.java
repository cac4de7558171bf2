package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Seeds mean the same numbers for ever. */
class RandomStreamTest {

  /** As SplitMix64 gives them, written in Python. */
  @Test
  void eachStreamOfEachFitBeginsWithItsOwnNumbers() {
    assertThat(RandomStream.PARAMETERS.state(1, 0))
        .containsExactly(
            0x5e41ab087439611eL, 0xf18d6ce93d6cf1eeL, 0xb95f66d327e8d78L, 0xc7061b1b93322ba9L);
    assertThat(RandomStream.ORDER.state(1, 3))
        .containsExactly(
            0x545aa8c54f55b7f1L, 0x6364a30aa22ef5a8L, 0x2930f1cff6bfbaadL, 0xcaff0393f414c6ebL);
  }

  @Test
  void sixtyFourNeighboursShareTheirOrder() {
    long last = RandomStream.ORDER.ofBlock(127, 2).nextLong();
    assertThat(RandomStream.ORDER.ofBlock(64, 2).nextLong()).isEqualTo(last);
    assertThat(RandomStream.ORDER.of(1, 2).nextLong()).isEqualTo(last);
    assertThat(RandomStream.ORDER.ofBlock(128, 2).nextLong()).isNotEqualTo(last);
    assertThat(RandomStream.ORDER.ofBlock(-1, 2).nextLong())
        .isEqualTo(RandomStream.ORDER.of(-1L >>> 6, 2).nextLong());
  }

  @Test
  void fitsAreCountedFromZero() {
    assertThat(RandomStream.DATA.of(7, 0).nextLong()).isEqualTo(RandomStream.DATA.of(7).nextLong());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomStream.DATA.of(7, -1))
        .withMessage("fit must be at least 0. Received: -1");
  }
}
