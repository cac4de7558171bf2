package reluctant.kernel;

import static reluctant.Text.format;

import java.util.List;
import java.util.stream.Collectors;
import reluctant.chart.Tables;
import reluctant.doctor.Doctor;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** What a doctor found: a sentence, the remedies that were tried, and the lines that replay it. */
final class DoctorCard {

  private static final List<String> HEADING =
      List.of("remedy", "takes away", "learns", "gain in points", RateCells.INTERVAL, "effect");

  private DoctorCard() {}

  static Shown shown(Doctor doctor) {
    Grid grid = grid(Tables.of(doctor));
    String lines =
        doctor.failing().map(trial -> TrialCard.line("It fails", trial)).orElse("")
            + doctor.cured().map(trial -> TrialCard.line("It learns", trial)).orElse("");
    String sentence = "<p><strong>" + Html.text(doctor.sentence()) + "</strong></p>";
    boolean isTable = !doctor.treatments().isEmpty();
    return Shown.text(text(doctor, isTable ? grid.text() : ""))
        .with(Shown.HTML, sentence + (isTable ? grid.html() : "") + lines);
  }

  private static String text(Doctor doctor, String table) {
    return List.of(
            doctor.sentence(),
            table,
            doctor.failing().map(trial -> "It fails: " + trial).orElse(""),
            doctor.cured().map(trial -> "It learns: " + trial).orElse(""))
        .stream()
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static Grid grid(Table table) {
    return new Grid(HEADING, table.stream().map(DoctorCard::cells).toList(), "");
  }

  private static List<String> cells(Row row) {
    boolean isGain = !row.isMissing("gain");
    return List.of(
        row.getString("remedy"),
        row.getString("takes away"),
        row.getLong("learnt") + " of " + row.getLong("trials"),
        isGain ? points(row, "gain") : "",
        isGain ? points(row, "gain low") + " to " + points(row, "gain high") : "",
        row.getString("effect"));
  }

  private static String points(Row row, String column) {
    return format("%+.1f", 100 * row.getDouble(column));
  }
}
