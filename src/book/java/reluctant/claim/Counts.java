package reluctant.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import reluctant.diagnose.Plateau;

/**
 * What was counted over seeds, by name: outcomes of one trial, such as BOTH, or of a pair, such as
 * BOTH > RIGHT, what the first way gave and then the other.
 *
 * @param counts how often each happened
 * @param moving how many runs, of pairs how many with either, had not come to rest: {@link Plateau}
 * @param first64 a hash of the first 64 outcomes, which a test trains again
 */
record Counts(Map<String, Long> counts, long moving, String first64) {
  static final String BETWEEN = " > ";
  static final int FIRST = 64;
  private static final int DIGITS = 16;

  Counts {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  static Counts of(List<String> outcomes, long moving) {
    var counts = new TreeMap<String, Long>();
    outcomes.forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
    String first = String.join("\n", outcomes.subList(0, Math.min(FIRST, outcomes.size())));
    return new Counts(counts, moving, hash(first));
  }

  static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  long trials() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  long count(Predicate<String> which) {
    return counts.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  static String first(String pair) {
    return pair.substring(0, pair.indexOf(BETWEEN));
  }

  static String second(String pair) {
    return pair.substring(pair.indexOf(BETWEEN) + BETWEEN.length());
  }
}
