package reluctant.kernel;

import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.claim.Verdict;

/**
 * What the chapters of the workbook have settled: the claims that their stored outputs hold, in
 * reading order. Shown as a table with a link to each claim's chapter.
 */
public final class Claims {

  private static final Path WORKBOOK = Path.of("../notebooks");
  private static final Pattern CHAPTER = Pattern.compile("\\d\\d-[a-z0-9-]+\\.ipynb");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What became of a claim.
   *
   * @param chapter the file name of the chapter that settles it, such as 04-absolute-value.ipynb
   * @param id names the claim
   * @param says what is said
   * @param measured what the chapter measured
   * @param verdict what became of it
   */
  record Settled(String chapter, String id, String says, String measured, Verdict verdict) {

    /**
     * What a card says.
     *
     * @throws IllegalArgumentException if it says no verdict
     */
    static Settled of(String chapter, JsonNode card) {
      return new Settled(
          chapter,
          card.path("id").asText(),
          card.path("claim").asText(),
          card.path("measured").asText(),
          new Verdict(card.path("verdict").asText()));
    }
  }

  private final List<Settled> settled;

  Claims(List<Settled> settled) {
    this.settled = settled;
  }

  List<Settled> settled() {
    return settled;
  }

  /**
   * Returns the claims of the workbook that the running notebook belongs to, none if there are no
   * chapters.
   */
  public static Claims ofWorkbook() {
    return in(WORKBOOK);
  }

  /**
   * Reads the claims of all chapters in a folder, notebooks whose names start with two digits; none
   * if there is no such folder.
   *
   * @throws IllegalArgumentException if a chapter is no notebook, or holds a claim that is none
   */
  static Claims in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new Claims(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new Claims(
          files
              .filter(file -> CHAPTER.matcher(file.getFileName().toString()).matches())
              .sorted()
              .flatMap(Claims::settledIn)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Settled> settledIn(Path file) {
    String chapter = file.getFileName().toString();
    try {
      List<Settled> settled = new ArrayList<>();
      for (JsonNode cell : JSON.readTree(Files.readString(file)).path("cells")) {
        for (JsonNode output : cell.path("outputs")) {
          JsonNode claim = output.path("data").path(ClaimCard.MIME_TYPE);
          if (!claim.isMissingNode()) {
            settled.add(Settled.of(chapter, claim));
          }
        }
      }
      return settled.stream();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw Require.refusal(
          format(
              "%s must be a notebook with whole claims: restore it, as with `git checkout`."
                  + " Received: %s",
              chapter, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line for each claim: its id, the verdict and what was measured. */
  @Override
  public String toString() {
    return settled.isEmpty()
        ? ClaimsTable.NONE
        : settled.stream()
            .map(each -> format("%s: %s (%s)", each.id(), each.verdict(), each.measured()))
            .collect(Collectors.joining("\n"));
  }
}
