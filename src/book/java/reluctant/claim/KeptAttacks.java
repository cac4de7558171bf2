package reluctant.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What takes longer than a page may: what its attacks gave, and what it counts itself. {@code
 * ./workbook attack} runs a notebook with {@code RELUCTANT_ATTACKS} naming a file: whatever the
 * notebook asks for is then run, unless it is kept, and written to it, so that one which was ended
 * goes on where it was. Otherwise a page shows what is kept, and only under the arithmetic that it
 * was kept under.
 */
final class KeptAttacks {
  /** Names the file of the notebook that runs, if its attacks are to be run. */
  static final String FILE = "RELUCTANT_ATTACKS";

  private static final Path FOLDER = Path.of("../notebooks/attacks");

  private static @Nullable KeptAttacks workbook;

  private final List<KeptCohort> pages;
  private final List<KeptAttack> attacks;
  private final @Nullable Path file;

  /** What the notebook that runs has asked for so far: the file holds no more at its end. */
  private KeptFile asked = KeptFile.empty();

  KeptAttacks(KeptFile kept, @Nullable Path file) {
    this.pages = new ArrayList<>(kept.pages());
    this.attacks = new ArrayList<>(kept.attacks());
    this.file = file;
  }

  /** Those of the workbook that the running notebook belongs to, read once. */
  static synchronized KeptAttacks ofWorkbook() {
    if (workbook == null) {
      String name = System.getenv(FILE);
      Path file = name == null ? null : Path.of(name);
      workbook = new KeptAttacks(file == null ? KeptFile.in(FOLDER) : toGoOnFrom(file), file);
    }
    return workbook;
  }

  /** What need not be run again: what is kept, and what a run that was ended had made. */
  private static KeptFile toGoOnFrom(Path file) {
    KeptFile kept = KeptFile.empty();
    for (Path each : Stream.concat(KeptFile.files(FOLDER).stream(), Stream.of(file)).toList()) {
      try {
        kept = kept.and(Files.exists(each) ? KeptFile.read(each) : KeptFile.empty());
      } catch (IllegalArgumentException damaged) {
        // It is made anew.
      }
    }
    return kept;
  }

  /** Whether what is asked for is run and kept. */
  boolean areRun() {
    return file != null;
  }

  /** What a page counted before, or nothing if it is not kept. */
  synchronized Optional<KeptCohort> find(Cohort<?> cohort) {
    return pages.stream().filter(kept -> kept.isOf(cohort)).findFirst();
  }

  /** Keeps what a page counts, if the attacks are run; a study that asks for the same finds it. */
  synchronized void keep(KeptCohort page) {
    if (file != null && !asked.pages().contains(page)) {
      pages.add(0, page); // before one that was found to be another
      asked = asked.and(new KeptFile(List.of(page), List.of()));
      asked.write(file);
    }
  }

  /** What an attack gave, or nothing if it was not run. */
  synchronized Optional<Counts> find(Attack attack) {
    KeptAttack wanted = attack.kept(new Counts(Map.of(), 0, ""));
    Optional<KeptAttack> found = attacks.stream().filter(wanted::isOf).findFirst();
    if (file == null) {
      return found.map(KeptAttack::counts);
    }
    KeptAttack made = found.orElseGet(() -> attack.kept(attack.run()));
    if (made.counts().trials() < made.seeds()) {
      return Optional.empty();
    }
    if (asked.attacks().stream().noneMatch(wanted::isOf)) {
      asked = asked.and(new KeptFile(List.of(), List.of(made)));
      if (found.isEmpty()) {
        attacks.add(made);
      }
      asked.write(file);
    }
    return Optional.of(made.counts());
  }
}
