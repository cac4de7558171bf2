package reluctant.train;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reluctant.nn.Network;

/** Damage wherever there can be some, apart from {@link DamagedFileTest} since it takes longer. */
class EveryDamagedByteTest {

  @Test
  void whateverByteIsChangedIsNoticed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("saved.json");
    Trial trial = SavingTest.trials().findFirst().orElseThrow();
    trial.save(file);
    isNoticed(file, Trial::load);
    trial.initial().save(file);
    isNoticed(file, Network::load);
  }

  private static void isNoticed(Path file, Function<Path, ?> load) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      int[] others = {1, 2, 3, 4, 5, 6, 7, 9, 15, 32, 128, whole[at] ^ '\n'};
      byte[] changed = whole.clone();
      changed[at] ^= (byte) others[at % others.length];
      if (changed[at] != whole[at]) {
        Files.write(file, changed);
        assertThatThrownBy(() -> load.apply(file))
            .as("byte %d", at)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }
}
