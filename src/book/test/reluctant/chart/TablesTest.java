package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.train.Loss.MAE;
import static reluctant.train.Loss.MSE;

import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class TablesTest {

  /** A metric of one's own, with the name of another column but for its letters' case. */
  private record Named() implements Loss {
    @Override
    public double value(double target, double prediction) {
      return 1;
    }

    @Override
    public double slope(double target, double prediction) {
      return 0;
    }

    @Override
    public String toString() {
      return "Loss";
    }
  }

  @Test
  void metricsOfOneNameHaveColumnsOfTheirOwn() {
    var fit = new Fit(new SGD(), MSE, 2, 4).metrics(MAE, MAE, new Named(), MAE);
    var run = new Trial(Sequential.of(1, new Dense(1)), absoluteValue(4, 1), fit, 0).run();
    var table = Tables.of(run.history());
    assertThat(table.columnNames())
        .containsExactly("epoch", "loss", "MAE", "MAE 2", "Loss 2", "MAE 3");
    assertThat(table.doubleColumn("MAE 2").asDoubleArray()).isEqualTo(run.history().metric(MAE));
  }
}
