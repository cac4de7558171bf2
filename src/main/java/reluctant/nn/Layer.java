package reluctant.nn;

import java.util.List;

/**
 * One step from a batch of inputs (samples x inputs) to a batch of outputs (samples x outputs).
 *
 * <p>A layer is an immutable description. Its numbers lie in a {@link Network}, the memory it works
 * in is a {@link LayerPass}.
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
   * Makes the memory for running it on batches.
   *
   * @param inputs the number of features that come in
   * @param batchSize the largest batch
   * @return a pass of its own, not shared with any other caller
   */
  LayerPass pass(int inputs, int batchSize);
}
