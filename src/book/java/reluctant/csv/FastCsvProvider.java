package reluctant.csv;

import java.util.List;
import reluctant.Require;
import reluctant.data.CsvFile;
import reluctant.data.CsvProvider;
import reluctant.data.CsvTable;

/** Reads files by FastCSV. */
public final class FastCsvProvider implements CsvProvider {

  /** Made by the service loader. */
  public FastCsvProvider() {}

  @Override
  public CsvTable read(CsvFile file, List<String> targets, boolean areClasses) {
    Require.present("file", file);
    Require.each("targets", targets);
    Content content = Content.of(file);
    return new Rows(file, content).table(targets, areClasses);
  }
}
