package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Layer;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;

/** What goes into a value and what comes out of it are copies. */
class ImmutabilityTest {

  private static final Sequential LINE = Sequential.of(1, new Dense(1));

  @Test
  void aDatasetKeepsItsNumbers() {
    var x = new SimpleMatrix(2, 1, true, 1, 2);
    var y = new SimpleMatrix(2, 1, true, 3, 4);
    var data = new Dataset("two", x, y);
    x.set(0, 0, 99);
    y.set(0, 0, 99);
    data.inputs().set(0, 0, 99);
    data.targets().set(1, 0, 99);
    assertThat(data.inputs().getDDRM().data).containsExactly(1, 2);
    assertThat(data.targets().getDDRM().data).containsExactly(3, 4);
  }

  @Test
  void aNetworkKeepsItsNumbers() {
    double[] numbers = {2, 3};
    var network = new Network(LINE, numbers);
    numbers[0] = 99;
    network.parameters()[1] = 99;
    network.kernel(0).set(0, 0, 99);
    network.bias(0).set(0, 0, 99);
    network.predict(new SimpleMatrix(1, 1)).set(0, 0, 99);
    assertThat(network.predict(1.0)).containsExactly(5);
  }

  @Test
  void aGivenKernelKeepsItsNumbers() {
    double[][] rows = {{2}};
    var model = Sequential.of(1, new Dense(1).kernelInitializer(Given.of(rows)));
    rows[0][0] = 99;
    assertThat(model.initialize(0).parameters()).containsExactly(2, 0);
    assertThat(Given.of(new double[][] {{1, 2}})).isEqualTo(Given.row(1, 2));
  }

  @Test
  void aModelKeepsItsLayersAndAFitItsMetrics() {
    var layers = new ArrayList<Layer>(List.of(new Dense(1)));
    var model = new Sequential(1, layers);
    Loss[] metrics = {Loss.MAE};
    var fit = new Fit(new SGD(), Loss.MSE, 1, 1).metrics(metrics);
    layers.add(new Dense(2));
    metrics[0] = Loss.MSE;
    assertThat(model).isEqualTo(LINE);
    assertThat(fit.metrics()).containsExactly(Loss.MAE);
  }

  @Test
  void aHistoryKeepsItsNumbers() {
    var fit = new Fit(new SGD(0.01), Loss.MSE, 2, 5).metrics(Loss.MAE);
    History history = new Trial(LINE, absoluteValue(5, 1), fit, 0).run().history();
    double[] loss = history.loss();
    double[] metric = history.metric(Loss.MAE);
    history.loss()[0] = 99;
    history.metric(Loss.MAE)[0] = 99;
    assertThat(history.loss()).isEqualTo(loss);
    assertThat(history.metric(Loss.MAE)).isEqualTo(metric);
  }

  @Test
  void runningATrialChangesNothingInIt() {
    var trial = new Trial(LINE, absoluteValue(5, 1), new Fit(new SGD(), Loss.MSE, 3, 2), 5);
    Network before = trial.initial();
    trial.run();
    assertThat(trial.initial()).isEqualTo(before);
    assertThat(trial.data()).isEqualTo(absoluteValue(5, 1));
  }
}
