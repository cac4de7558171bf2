package reluctant.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reluctant.sweep.Rate;

/**
 * What another trainer measured of the headline rates, with its own generator and in its own
 * float32. {@code ./workbook attack --outside} trains and keeps it in {@code
 * notebooks/outside.json}.
 */
final class OutsideRates {
  private static final Path FILE = Path.of("../notebooks/outside.json");

  private final JsonNode json;

  OutsideRates(JsonNode json) {
    this.json = json;
  }

  /** Those of the workbook that the running notebook belongs to; none if there is no file. */
  static OutsideRates ofWorkbook() {
    return of(FILE);
  }

  static OutsideRates of(Path file) {
    try {
      String text = Files.isRegularFile(file) ? Files.readString(file) : "{}";
      return new OutsideRates(new ObjectMapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rate by its name, such as "abs.two-units". */
  Optional<OutsideRate> find(String name) {
    JsonNode one = json.path("rates").path(name);
    return one.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new OutsideRate(
                json.path("trainer").asText(),
                one.path("what").asText(),
                new Rate(one.path("count").asLong(), one.path("trials").asLong())));
  }

  /**
   * A rate that somebody else's trainer gave.
   *
   * @param trainer such as "Keras 3.12.0 on JAX, float32"
   * @param what was counted
   * @param rate how often
   */
  record OutsideRate(String trainer, String what, Rate rate) {

    Finding judgedBy(Word word) {
      return Finding.counted(
          trainer, what, new CountedShare(rate), word, List.of(), Finding.Source.OUTSIDE);
    }
  }
}
