package reluctant.bench;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.encog.engine.network.activation.ActivationClippedLinear;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.ml.data.MLDataPair;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;
import reluctant.nn.Network;

/**
 * Encog's nearest equivalent: its StochasticGradientDescent, which is the one of its trainings that
 * has Adam and that runs on the thread which calls it.
 *
 * <p>What differs: the loss is half the sum of squared errors, not their mean, which Adam's step
 * does not see. Epsilon is 1e-8, added to the root of the corrected moment. iteration() would count
 * each step twice, so the two calls that it makes stand here.
 */
final class EncogTrainer {

  private final BasicNetwork network = new BasicNetwork();
  private final BasicMLDataSet data;
  private final StochasticGradientDescent training;

  EncogTrainer(Network start, SimpleMatrix x, SimpleMatrix y, double learningRate) {
    int[] units = {x.getNumCols(), start.bias(0).getNumCols(), y.getNumCols()};
    network.addLayer(new BasicLayer(null, true, units[0]));
    network.addLayer(new BasicLayer(new ActivationReLU(), true, units[1]));
    network.addLayer(new BasicLayer(new LinearAfterRelu(), false, units[2]));
    network.getStructure().finalizeStructure();
    load(start, units);
    data = new BasicMLDataSet(x.toArray2(), y.toArray2());
    training = new StochasticGradientDescent(network, data);
    training.setBatchSize(x.getNumRows());
    training.setLearningRate(learningRate);
  }

  /** Returns all samples, in the matrices' order. */
  List<MLDataPair> samples() {
    return data.getData();
  }

  /** Trains on a batch and returns what Encog gives as its error: that of the last sample. */
  double step(List<MLDataPair> batch) {
    for (MLDataPair sample : batch) {
      training.process(sample);
    }
    training.update();
    return training.getError();
  }

  /** Returns the outputs for samples. */
  double[] predict(List<MLDataPair> samples) {
    var outputs = new double[samples.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = network.compute(samples.get(i).getInput()).getData(0);
    }
    return outputs;
  }

  private void load(Network start, int[] units) {
    double[] numbers = start.parameters();
    int next = 0;
    for (int layer = 0; layer + 1 < units.length; layer++) {
      // Encog has the bias as one more unit, the last.
      for (int from = 0; from <= units[layer]; from++) {
        for (int to = 0; to < units[layer + 1]; to++) {
          network.setWeight(layer, from, to, numbers[next++]);
        }
      }
    }
  }

  /**
   * A linear output with the slope of the ReLUs before it: this training asks the output's
   * activation for the slope of the hidden layer, and nobody for that of the output. It stands on
   * one of the few activations that are not final.
   */
  private static final class LinearAfterRelu extends ActivationClippedLinear {

    private static final long serialVersionUID = 1;

    @Override
    public void activationFunction(double[] sums, int start, int size) {
      // Linear: the sums are the outputs.
    }

    @Override
    public double derivativeFunction(double sum, double output) {
      return sum > 0 ? 1 : 0;
    }
  }
}
