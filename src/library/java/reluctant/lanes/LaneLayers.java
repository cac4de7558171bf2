package reluctant.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.arithmetic.DenseShape;
import reluctant.arithmetic.DropoutLanes;
import reluctant.arithmetic.LaneMemory;
import reluctant.arithmetic.LaneRandom;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.LayerLanes;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Layer;
import reluctant.nn.PReLU;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.nn.Variable;
import reluctant.train.Trial;

/** Makes the layers of neighbouring networks, from the first on. */
final class LaneLayers {

  private final Lanes kind;
  private final int lanes;
  private final LaneMemory memory;
  private final LaneRandom random;

  private LaneLayers(Lanes kind, int lanes, LaneMemory memory, LaneRandom random) {
    this.kind = kind;
    this.lanes = lanes;
    this.memory = memory;
    this.random = random;
  }

  /** Says whether a layer can be made: one of the library's own. */
  static boolean canMake(Layer layer) {
    return layer instanceof Dense || layer instanceof PReLU || layer instanceof Dropout;
  }

  /**
   * Makes all layers. Lanes that are left over draw as the last network does.
   *
   * @param trial that of the first seed
   * @param fit the number of the fit, from 0
   * @param networks how many neighbours there are
   * @param lanes how many lanes they have
   * @param x what the first layer reads (samples x inputs)
   */
  static List<LayerLanes> of(
      Trial trial, int fit, int networks, int lanes, Lanes kind, LaneMemory memory, double[] x) {
    var seeds = new long[lanes];
    Arrays.setAll(seeds, lane -> trial.seed() + Math.min(lane, networks - 1));
    LaneRandom random = kind.random(RandomStream.DROPOUT, seeds, fit);
    return new LaneLayers(kind, lanes, memory, random).all(trial.model(), x);
  }

  private List<LayerLanes> all(Sequential model, double[] x) {
    var layers = new ArrayList<LayerLanes>();
    int first = 0;
    @Nullable LayerLanes below = null;
    for (int i = 0; i < model.layers().size(); i++) {
      int inputs = model.inputsOf(i);
      Layer layer = model.layers().get(i);
      below = one(layer, inputs, first, below == null ? x : below.outputs(), below);
      layers.add(below);
      first += layer.variables(inputs).stream().mapToInt(Variable::size).sum();
    }
    return layers;
  }

  private LayerLanes one(
      Layer layer, int inputs, int first, double[] x, @Nullable LayerLanes below) {
    if (layer instanceof Dense dense) {
      var shape = new DenseShape(inputs, dense.units(), dense.useBias(), first, lanes);
      return kind.dense(shape, dense.activation(), memory, x, below);
    }
    if (layer instanceof Dropout dropout) {
      return new DropoutLanes(dropout, kind.width(), inputs, memory, random, x, below);
    }
    return kind.prelu(inputs, first, lanes, memory, x, below);
  }
}
