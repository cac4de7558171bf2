package reluctant.bench;

import org.ejml.simple.SimpleMatrix;
import org.encog.engine.network.activation.ActivationLinear;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.ml.data.MLDataPair;
import org.encog.ml.data.MLDataSet;
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
 * does not see. Epsilon is 1e-8, added to the root of the corrected moment. The hidden layer's
 * slope is taken from the output's activation, a fault for which the network learns something else
 * in as much time. iteration() would count each step twice, so the two calls that it makes stand
 * here.
 */
final class EncogTrainer {

  private final BasicNetwork network = new BasicNetwork();
  private final MLDataSet batch;
  private final StochasticGradientDescent training;

  EncogTrainer(Network start, SimpleMatrix x, SimpleMatrix y, double learningRate) {
    int[] units = {x.getNumCols(), start.bias(0).getNumCols(), y.getNumCols()};
    network.addLayer(new BasicLayer(null, true, units[0]));
    network.addLayer(new BasicLayer(new ActivationReLU(), true, units[1]));
    network.addLayer(new BasicLayer(new ActivationLinear(), false, units[2]));
    network.getStructure().finalizeStructure();
    load(start, units);
    batch = new BasicMLDataSet(x.toArray2(), y.toArray2());
    training = new StochasticGradientDescent(network, batch);
    training.setBatchSize(x.getNumRows());
    training.setLearningRate(learningRate);
  }

  /** Trains on the batch and returns what Encog gives as its error: that of the last sample. */
  double step() {
    for (MLDataPair sample : batch) {
      training.process(sample);
    }
    training.update();
    return training.getError();
  }

  /** Returns the outputs for the batch. */
  double[] predict() {
    var outputs = new double[batch.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = network.compute(batch.get(i).getInput()).getData(0);
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
}
