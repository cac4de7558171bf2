package reluctant.kernel;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import reluctant.cases.Case;
import reluctant.cases.Published;
import reluctant.cases.Replication;
import reluctant.chart.Chart;
import reluctant.chart.Comparison;
import reluctant.chart.DistributionCurves;
import reluctant.chart.RateBars;
import reluctant.chart.RateCurve;
import reluctant.chart.RateFigure;
import reluctant.claim.Claim;
import reluctant.claim.Evidence;
import reluctant.diagnose.Diagnosis;
import reluctant.doctor.Doctor;
import reluctant.sweep.Numbers;
import reluctant.sweep.Outcomes;
import reluctant.train.History;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** Which type is shown how: one line for each. */
final class Renderings {
  static final String PLOTLY = "application/vnd.plotly.v1+json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private static final List<Rendering<?>> ALL =
      List.of(
          new Rendering<>(Figure.class, figure -> chart(Chart.of(figure))),
          new Rendering<>(Chart.class, Renderings::chart),
          new Rendering<>(Table.class, table -> TableGrid.of(table).shown()),
          new Rendering<>(SimpleMatrix.class, matrix -> MatrixGrid.of(matrix.getDDRM()).shown()),
          new Rendering<>(DMatrixRMaj.class, matrix -> MatrixGrid.of(matrix).shown()),
          new Rendering<>(Comparison.class, Renderings::comparison),
          new Rendering<>(RateFigure.class, figure -> chart(figure.chart())),
          new Rendering<>(RateBars.class, figure -> chart(figure.chart())),
          new Rendering<>(RateCurve.class, figure -> chart(figure.chart())),
          new Rendering<>(DistributionCurves.class, figure -> chart(figure.chart())),
          new Rendering<>(Outcomes.class, OutcomeGrid::shown),
          new Rendering<>(Numbers.class, NumberGrid::shown),
          new Rendering<>(Trial.class, TrialCard::shown),
          new Rendering<>(Run.class, TrialCard::shown),
          new Rendering<>(History.class, TrialCard::shown),
          new Rendering<>(Diagnosis.class, DiagnosisCard::shown),
          new Rendering<>(Doctor.class, DoctorCard::shown),
          new Rendering<>(Prose.class, Prose::shown),
          new Rendering<>(Claim.class, ClaimCard::shown),
          new Rendering<>(Evidence.class, ClaimCard::shown),
          new Rendering<>(Claims.class, ClaimsTable::shown),
          new Rendering<>(Case.class, CaseCard::shown),
          new Rendering<>(Replication.class, PublishedTable::shown),
          new Rendering<>(Published.class, PublishedTable::shown),
          // Kernels ask for a value's class first and for Object last; arrays have no class
          // between.
          new Rendering<>(Object.class, ArrayGrid::shown));

  private Renderings() {}

  private record Rendering<T>(Class<T> type, Function<T, Shown> function) {
    void register(Kernel kernel) {
      kernel.register(type, function);
    }
  }

  static void register(Kernel kernel) {
    ALL.forEach(rendering -> rendering.register(kernel));
  }

  private static Shown comparison(Comparison comparison) {
    return comparison.isDrawable()
        ? chart(comparison.chart(), comparison)
        : ComparisonGrid.of(comparison).shown();
  }

  /** A value that is drawn as a figure and keeps its own text. */
  static Shown chart(Chart chart, Object value) {
    return Shown.text(value.toString()).with(PLOTLY, JSON.convertValue(chart.json(), MAP));
  }

  static Shown chart(Chart chart) {
    return chart(chart, chart);
  }
}
