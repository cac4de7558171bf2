package reluctant.data;

import java.util.List;
import java.util.Optional;
import reluctant.Jvm;
import reluctant.Require;

/** Looks once for what reads CSV files. */
final class InstalledCsv {

  private static final Optional<CsvProvider> FOUND = Jvm.part(CsvProvider.class);

  private InstalledCsv() {}

  static CsvTable read(CsvFile file, List<String> targets, boolean areClasses) {
    return FOUND
        .orElseThrow(
            () ->
                Require.refusal(
                    "a CSV file can be read only where Java has files and reluctant-book, as in a"
                        + " notebook, run it there. Received: "
                        + file))
        .read(file, targets, areClasses);
  }
}
