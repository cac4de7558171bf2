package reluctant.lanes;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.nn.Layer;
import reluctant.nn.LayerPass;
import reluctant.nn.Variable;

/**
 * A reader's own layer, which lanes cannot train.
 *
 * @param like the layer of the library that it does as
 */
public record OwnLayer(Layer like) implements Layer {

  @Override
  public int outputs(int inputs) {
    return like.outputs(inputs);
  }

  @Override
  public List<Variable> variables(int inputs) {
    return like.variables(inputs);
  }

  @Override
  public List<DMatrixRMaj> initialize(int inputs, UniformRandomProvider random) {
    return like.initialize(inputs, random);
  }

  @Override
  public LayerPass pass(int inputs, int batchSize) {
    return like.pass(inputs, batchSize);
  }

  @Override
  public LayerPass trainingPass(int inputs, int batchSize, UniformRandomProvider random) {
    return like.trainingPass(inputs, batchSize, random);
  }
}
