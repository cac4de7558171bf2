package reluctant.data;

import java.util.List;

/** Reads CSV files, where there are files. Found as a service. */
public interface CsvProvider {

  /**
   * Reads the chosen columns.
   *
   * @param file which, and how it is written; if its SHA-256 is known, another content is refused
   * @param targets the targets, by name or as {@code "#5"}
   * @param areClasses whether they name classes
   * @return what was read, all of it
   * @throws IllegalArgumentException if anything is not as it should be, in one sentence
   */
  CsvTable read(CsvFile file, List<String> targets, boolean areClasses);
}
