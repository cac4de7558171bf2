package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;
import reluctant.Jvm;
import reluctant.nn.Activation;
import reluctant.nn.RandomStream;
import reluctant.optimizers.Optimizer;
import reluctant.train.Loss;
import reluctant.train.Metric;

/** A way to compute with groups of networks. All ways give the same bits. */
public interface Lanes {

  /** Plain Java, for every JVM: a group is one network. */
  Lanes SCALAR = new ScalarLanes();

  /** Returns how many lanes a group has, at least 1. */
  int width();

  /**
   * Copies a matrix into a group, each number into all lanes.
   *
   * @param from its numbers, row by row
   * @param rows how many rows it has
   * @param columns how many columns
   * @param to receives {@code width()} numbers for each
   * @param first where the first row begins
   * @param next how far behind it the next one does
   */
  void spread(double[] from, int rows, int columns, double[] to, int first, int next);

  /**
   * Copies some samples of a group, each of them inputs and targets in one row.
   *
   * @param rows the numbers of all samples
   * @param first where they begin
   * @param starts how far behind that the row of each sample begins
   * @param samples how many samples
   * @param inputs how many inputs a row has
   * @param x receives the inputs (samples x inputs)
   * @param outputs how many targets a row has
   * @param y receives the targets (samples x outputs)
   */
  void gather(
      double[] rows,
      int first,
      int[] starts,
      int samples,
      int inputs,
      double[] x,
      int outputs,
      double[] y);

  /**
   * Makes a dense layer.
   *
   * @param shape its place among the parameters
   * @param activation what it applies
   * @param memory the parameters and their gradient
   * @param x where the inputs are: the first layer's, or the outputs of the layer below
   * @param below the layer below, made by the same lanes, or null for the first
   * @return the layer
   */
  DenseLanes dense(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below);

  /**
   * Makes a PReLU layer.
   *
   * @param units how many inputs a sample has
   * @param first the number of its first parameter
   * @param lanes how many networks there are
   * @param memory the parameters and their gradient
   * @param x where the inputs are: the first layer's, or the outputs of the layer below
   * @param below the layer below, made by the same lanes, or null for the first
   * @return the layer
   */
  LayerLanes prelu(
      int units, int first, int lanes, LaneMemory memory, double[] x, @Nullable LayerLanes below);

  /**
   * Begins a stream of random numbers for each network.
   *
   * @param stream which
   * @param seeds the seed of each lane
   * @param fit the number of the training, from 0
   * @return the numbers that the stream gives for each seed
   */
  LaneRandom random(RandomStream stream, long[] seeds, int fit);

  /**
   * Makes a loss.
   *
   * @param loss any
   * @param outputs how many outputs a sample has
   * @return the same for groups of lanes
   */
  LossLanes loss(Loss loss, int outputs);

  /**
   * Makes a metric.
   *
   * @param metric any but a loss
   * @param outputs how many outputs a sample has
   * @return the same for groups of lanes
   */
  MetricLanes metric(Metric metric, int outputs);

  /**
   * Computes H = f(Z) of a group of lanes.
   *
   * @param f any
   * @param z what it is applied to (samples x units)
   * @param h receives the outputs (samples x units)
   * @param samples how many samples
   * @param units how many units a sample has
   */
  void activate(Activation f, double[] z, double[] h, int samples, int units);

  /**
   * Returns a shorter way through whole networks, where there is one.
   *
   * @param last the last layer, made by these lanes
   * @return what does the work of all layers up to the last under the squared error, or null
   */
  @Nullable FusedStep fused(LayerLanes last);

  /**
   * Returns a shorter way through the step of an optimizer, where there is one.
   *
   * @param optimizer any
   * @param memory the parameters and their gradient
   * @param lanes how many networks there are
   * @return what does all of a step, or null
   */
  @Nullable OptimizerLanes optimizer(Optimizer optimizer, LaneMemory memory, int lanes);

  /**
   * Computes the Euclidean norm of each network's numbers, sqrt(sum over n of v_n^2).
   *
   * @param numbers number n of the network in lane l at {@code n * norms.length + l}
   * @param norms receives a norm for each lane
   */
  void norms(double[] numbers, double[] norms);

  /**
   * Returns the fastest lanes of this JVM: vectors if it was started with {@code --add-modules
   * jdk.incubator.vector}, plain Java otherwise.
   */
  static Lanes fastest() {
    return Jvm.inVectors(Lanes.class, "reluctant.arithmetic.VectorLanes").orElse(SCALAR);
  }
}
