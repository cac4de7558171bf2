package reluctant.nn;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * A network at work on batches: forward to its outputs, and backward to the gradient of whatever
 * loss is put on them (Rumelhart, Hinton and Williams 1986).
 *
 * <p>It holds the memory for one batch and allocates nothing once it is made. Not for use by
 * several threads at once.
 */
public final class Backpropagation {

  private final List<LayerPass> passes = new ArrayList<>();
  private final int[] offsets;
  private final DMatrixRMaj[] deltas;
  private final int batchSize;
  private final int inputs;
  private final int outputs;
  private final int parameterCount;
  private int samples;

  /**
   * Makes the memory for predictions.
   *
   * @param model the architecture
   * @param batchSize the largest batch, at least 1
   * @throws IllegalArgumentException if a batch of a layer's inputs or outputs would take more than
   *     a gibibyte
   */
  public Backpropagation(Sequential model, int batchSize) {
    this(model, batchSize, (layer, inputs) -> layer.pass(inputs, batchSize));
  }

  /**
   * Makes the memory for training, where some layers do more than in a prediction.
   *
   * @param model the architecture
   * @param batchSize the largest batch, at least 1
   * @param random where layers take random numbers from, batch by batch
   * @throws IllegalArgumentException if a batch of a layer's inputs or outputs would take more than
   *     a gibibyte
   */
  public Backpropagation(Sequential model, int batchSize, UniformRandomProvider random) {
    this(model, batchSize, training(batchSize, Require.present("random", random)));
  }

  private static BiFunction<Layer, Integer, LayerPass> training(
      int batchSize, UniformRandomProvider random) {
    return (layer, inputs) -> layer.trainingPass(inputs, batchSize, random);
  }

  private Backpropagation(
      Sequential model, int batchSize, BiFunction<Layer, Integer, LayerPass> pass) {
    Require.present("model", model);
    checkBatchSize(model, batchSize);
    this.batchSize = batchSize;
    inputs = model.inputs();
    outputs = model.outputs();
    parameterCount = model.parameterCount();
    var layers = model.layers();
    offsets = new int[layers.size()];
    deltas = new DMatrixRMaj[layers.size()];
    Arrays.setAll(deltas, i -> new DMatrixRMaj());
    int offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      int features = model.inputsOf(i);
      passes.add(pass.apply(layers.get(i), features));
      offsets[i] = offset;
      offset += layers.get(i).variables(features).stream().mapToInt(Variable::size).sum();
    }
  }

  private static void checkBatchSize(Sequential model, int batchSize) {
    Require.atLeast("batchSize", batchSize, 1);
    for (int layer = 0; layer <= model.layers().size(); layer++) {
      long most = Variable.LARGEST / model.inputsOf(layer);
      if (batchSize > most) {
        throw Require.refusal(
            format(
                "batchSize must be at most %d where a layer has %d features, use smaller batches."
                    + " Received: %d",
                most, model.inputsOf(layer), batchSize));
      }
    }
  }

  /**
   * Computes the outputs for a batch.
   *
   * @param parameters the numbers of the network. Not modified.
   * @param x the batch (samples x inputs). Not modified, and kept for {@link #backward}.
   * @return the outputs (samples x outputs), which change with the next batch
   * @throws IllegalArgumentException if the parameters or the batch are not those of the model;
   *     numbers are not looked at, and what is not finite goes through
   */
  public DMatrixRMaj forward(double[] parameters, DMatrixRMaj x) {
    Require.present("parameters", parameters);
    checkBatch(Require.present("x", x));
    checkLength("parameters", parameters);
    samples = x.numRows;
    DMatrixRMaj h = x;
    for (int i = 0; i < offsets.length; i++) {
      LayerPass pass = passes.get(i);
      pass.load(parameters, offsets[i]);
      h = pass.forward(h);
    }
    return h;
  }

  private void checkLength(String name, double[] numbers) {
    if (numbers.length != parameterCount) {
      throw Require.refusal(
          format(
              "%s must hold the %d numbers of the model. Received: %d",
              name, parameterCount, numbers.length));
    }
  }

  private void checkBatch(DMatrixRMaj x) {
    if (x.numRows < 1 || x.numRows > batchSize) {
      throw Require.refusal(
          format(
              "x must have 1 to %d rows, a row for each sample of a batch. Received: (%d x %d)",
              batchSize, x.numRows, x.numCols));
    }
    Require.shape("x", x.numRows, x.numCols, x.numRows, inputs);
  }

  /**
   * Returns what a layer computed before its activation, for the batch that went forward last.
   *
   * @param layer the layer's index, from 0
   * @return the pre-activations (samples x outputs), which change with the next batch
   */
  public DMatrixRMaj preActivations(int layer) {
    return passes.get(Require.index("layer", layer, offsets.length)).preActivations();
  }

  /**
   * Returns the gradient of the loss by a layer's pre-activations, for the batch that went backward
   * last.
   *
   * @param layer the layer's index, from 0
   * @return dL/dz (samples x outputs), which changes with the next batch
   */
  public DMatrixRMaj delta(int layer) {
    return deltas[Require.index("layer", layer, offsets.length)];
  }

  /**
   * Computes the gradient for the batch that went forward last, summed over its samples.
   *
   * @param delta dL/doutputs (samples x outputs). Modified.
   * @param gradient receives dL/dparameters. Modified.
   * @throws IllegalArgumentException if delta has not the shape of the outputs that came last, or
   *     gradient not the length of the parameters
   */
  public void backward(DMatrixRMaj delta, double[] gradient) {
    Require.present("delta", delta);
    Require.present("gradient", gradient);
    Require.shape("delta", delta.numRows, delta.numCols, samples, outputs);
    checkLength("gradient", gradient);
    DMatrixRMaj d = delta;
    for (int i = offsets.length - 1; i >= 0; i--) {
      deltas[i] = d;
      d = passes.get(i).backward(d, gradient, offsets[i], i > 0);
    }
  }
}
