package reluctant.nn;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * One step from a batch of inputs (samples x inputs) to a batch of outputs (samples x outputs).
 *
 * <p>A layer is an immutable description. Its numbers lie in a {@link Network}, the memory it works
 * in is a {@link LayerPass}. Networks with a layer of one's own are trained one by one.
 */
public interface Layer {

  /**
   * Returns how many outputs it has for each sample.
   *
   * @param inputs the number of features that come in
   * @return the number of features that go out
   */
  int outputs(int inputs);

  /**
   * Returns what it learns, in the order in which the numbers lie in a network.
   *
   * @param inputs the number of features that come in
   * @return its variables, possibly none
   */
  List<Variable> variables(int inputs);

  /**
   * Draws the initial numbers: variable by variable, unless a layer draws several together.
   *
   * @param inputs the number of features that come in
   * @param random where random numbers are taken from
   * @return a matrix for each of {@link #variables}
   */
  default List<DMatrixRMaj> initialize(int inputs, UniformRandomProvider random) {
    return variables(inputs).stream().map(variable -> variable.draw(random)).toList();
  }

  /**
   * Makes the memory for running it on batches, as in a prediction.
   *
   * @param inputs the number of features that come in
   * @param batchSize the largest batch
   * @return a pass of its own, not shared with any other caller
   */
  LayerPass pass(int inputs, int batchSize);

  /**
   * Makes the memory for training it. The same as {@link #pass}, unless a layer does something in
   * training only.
   *
   * @param inputs the number of features that come in
   * @param batchSize the largest batch
   * @param random where random numbers are taken from, batch by batch
   * @return a pass of its own, not shared with any other caller
   */
  default LayerPass trainingPass(int inputs, int batchSize, UniformRandomProvider random) {
    return pass(inputs, batchSize);
  }
}
