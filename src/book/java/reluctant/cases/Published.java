package reluctant.cases;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import reluctant.Require;

/**
 * Published numbers, each with ours beside it, as the table that ends a chapter.
 *
 * @param rows in their order
 */
public record Published(List<Replication> rows) {

  public Published {
    rows = List.copyOf(Require.each("rows", rows));
  }

  /**
   * A table of these.
   *
   * @param rows what {@link Case#beside} gave, in the chapter's order
   */
  public static Published of(Replication... rows) {
    return new Published(Require.each("rows", Arrays.asList(Require.present("rows", rows))));
  }

  /** Returns how many of the pairs agree. */
  public long agreeing() {
    return rows.stream().filter(Replication::agrees).count();
  }

  /** Returns a line for each pair. */
  @Override
  public String toString() {
    return rows.stream().map(Replication::toString).collect(Collectors.joining("\n"));
  }
}
