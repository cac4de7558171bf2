package reluctant.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.Arithmetic;
import reluctant.Require;

/**
 * What is kept of a notebook.
 *
 * @param pages what its pages count themselves
 * @param attacks what its attacks gave
 */
record KeptFile(List<KeptCohort> pages, List<KeptAttack> attacks) {
  private static final String CHECK = "check";
  private static final ObjectMapper JSON = new ObjectMapper();

  KeptFile {
    pages = List.copyOf(pages);
    attacks = List.copyOf(attacks);
  }

  /** Both together. */
  KeptFile and(KeptFile other) {
    return new KeptFile(
        Stream.concat(pages.stream(), other.pages.stream()).toList(),
        Stream.concat(attacks.stream(), other.attacks.stream()).toList());
  }

  static KeptFile empty() {
    return new KeptFile(List.of(), List.of());
  }

  /**
   * Reads all files of a folder, none if there is no such folder.
   *
   * @throws IllegalArgumentException if one is damaged
   */
  static KeptFile in(Path folder) {
    return files(folder).stream().map(KeptFile::read).reduce(empty(), KeptFile::and);
  }

  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file; one of another arithmetic says nothing. */
  static KeptFile read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      if (json.path("arithmetic").asInt() != Arithmetic.VERSION) {
        return empty();
      }
      var pages = new ArrayList<KeptCohort>();
      json.path("pages").forEach(each -> pages.add(KeptCohort.of(each)));
      var attacks = new ArrayList<KeptAttack>();
      json.path("attacks").forEach(each -> attacks.add(KeptAttack.of(each)));
      return new KeptFile(pages, attacks);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw Require.refusal(
          file.getFileName()
              + " must hold kept attacks, run ./workbook attack again. Received: "
              + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written whole beside the old one, then moved in its place. */
  void write(Path file) {
    String json =
        "{\"arithmetic\": "
            + Arithmetic.VERSION
            + ", \"pages\": "
            + lines(pages.stream().map(KeptCohort::json))
            + ", \"attacks\": "
            + lines(attacks.stream().map(KeptAttack::json))
            + "}\n";
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.write(beside, json.getBytes(UTF_8));
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(Stream<Map<String, Object>> each) {
    return each.map(KeptFile::line).collect(Collectors.joining(",\n", "[\n", "\n]"));
  }

  private static String line(Map<String, Object> json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same with a hash of all that it says. */
  static Map<String, Object> checked(Map<String, Object> json) {
    json.put(CHECK, Counts.hash(json.toString()));
    return json;
  }

  /**
   * Requires that a line says what was written.
   *
   * @param json the line
   * @param read what was read of it, {@link #checked}
   */
  static void check(JsonNode json, Map<String, Object> read) {
    if (!json.path(CHECK).asText().equals(read.get(CHECK))) {
      throw Require.refusal(
          "a line must be as it was written, run ./workbook attack again. Received: " + json);
    }
  }

  static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
