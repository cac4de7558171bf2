package reluctant.arithmetic;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import reluctant.nn.RandomStream;

/** In plain Java: a group is one network. */
final class ScalarRandom implements LaneRandom {

  private final UniformRandomProvider[] streams;

  ScalarRandom(RandomStream stream, long[] seeds, int fit) {
    streams =
        Arrays.stream(seeds)
            .mapToObj(seed -> stream.of(seed, fit))
            .toArray(UniformRandomProvider[]::new);
  }

  @Override
  public void draw(int lane, double rate, double kept, double[] to, int count) {
    UniformRandomProvider random = streams[lane];
    for (int i = 0; i < count; i++) {
      to[i] = random.nextDouble() >= rate ? kept : 0;
    }
  }
}
