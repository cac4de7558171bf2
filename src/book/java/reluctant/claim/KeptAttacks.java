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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Arithmetic;
import reluctant.Require;

/**
 * What attacks gave that take longer than a page may. {@code ./workbook attack} runs a notebook
 * with {@code RELUCTANT_ATTACKS} naming a file: whatever the notebook asks for is then run, unless
 * it is kept, and written to it, so that one which was ended goes on where it was. Otherwise a page
 * shows what is kept, and only under the arithmetic that it was kept under.
 */
final class KeptAttacks {
  /** Names the file of the notebook that runs, if its attacks are to be run. */
  static final String FILE = "RELUCTANT_ATTACKS";

  private static final Path FOLDER = Path.of("../notebooks/attacks");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static @Nullable KeptAttacks workbook;

  private final List<KeptAttack> kept;
  private final @Nullable Path file;

  /** What the notebook that runs has asked for so far: the file holds no more at its end. */
  private final List<KeptAttack> asked = new ArrayList<>();

  KeptAttacks(List<KeptAttack> kept, @Nullable Path file) {
    this.kept = new ArrayList<>(kept);
    this.file = file;
  }

  /** Those of the workbook that the running notebook belongs to, read once. */
  static synchronized KeptAttacks ofWorkbook() {
    if (workbook == null) {
      String name = System.getenv(FILE);
      Path file = name == null ? null : Path.of(name);
      workbook = new KeptAttacks(file == null ? in(FOLDER) : toGoOnFrom(file), file);
    }
    return workbook;
  }

  /** What need not be run again: what is kept, and what a run that was ended had made. */
  private static List<KeptAttack> toGoOnFrom(Path file) {
    var kept = new ArrayList<KeptAttack>();
    for (Path each : Stream.concat(files(FOLDER).stream(), Stream.of(file)).toList()) {
      try {
        kept.addAll(Files.exists(each) ? read(each) : List.of());
      } catch (IllegalArgumentException damaged) {
        // It is made anew.
      }
    }
    return kept;
  }

  /**
   * Reads all files of a folder, none if there is no such folder.
   *
   * @throws IllegalArgumentException if one is damaged
   */
  static List<KeptAttack> in(Path folder) {
    return files(folder).stream().flatMap(file -> read(file).stream()).toList();
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<KeptAttack> read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      if (json.path("arithmetic").asInt() != Arithmetic.VERSION) {
        return List.of();
      }
      var kept = new ArrayList<KeptAttack>();
      json.path("attacks").forEach(each -> kept.add(KeptAttack.of(each)));
      return kept;
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

  /** What an attack gave, or nothing if it was not run. */
  synchronized Optional<Counts> find(Attack attack) {
    KeptAttack wanted = attack.kept(new Counts(Map.of(), 0, ""));
    Optional<KeptAttack> found = kept.stream().filter(wanted::isOf).findFirst();
    if (file == null) {
      return found.map(KeptAttack::counts);
    }
    KeptAttack made = found.orElseGet(() -> attack.kept(attack.run()));
    if (made.counts().trials() < made.seeds()) {
      return Optional.empty();
    }
    if (asked.stream().noneMatch(wanted::isOf)) {
      asked.add(made);
      if (found.isEmpty()) {
        kept.add(made);
      }
      write(file);
    }
    return Optional.of(made.counts());
  }

  /** Written whole beside the old one, then moved in its place. */
  private void write(Path file) {
    String lines = asked.stream().map(KeptAttacks::line).collect(Collectors.joining(",\n"));
    String json =
        "{\"arithmetic\": " + Arithmetic.VERSION + ", \"attacks\": [\n" + lines + "\n]}\n";
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.write(beside, json.getBytes(UTF_8));
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(KeptAttack kept) {
    try {
      return JSON.writeValueAsString(kept.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
