package reluctant.page;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import reluctant.lanes.RandomTrials;
import reluctant.train.GoldenLines;
import reluctant.train.Trial;

/**
 * Lines of trials beside those of the chapters: the golden runs, and as many random ones as are
 * asked for. Prints them. Runs in a JVM of its own.
 */
public final class Lines {

  private Lines() {}

  /** Prints them, as many random ones as the argument says. */
  public static void main(String[] arguments) {
    Stream.concat(golden().stream(), random(Integer.parseInt(arguments[0])))
        .forEach(System.out::println);
  }

  private static List<String> golden() {
    return GoldenLines.all().stream().map(Trial::line).toList();
  }

  private static Stream<String> random(int count) {
    return LongStream.range(0, count).mapToObj(RandomTrials::first).map(Trial::line);
  }
}
