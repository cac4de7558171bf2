package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private static final Sequential MODEL =
      Sequential.of(
          2,
          new Dense(3, Activation.RELU),
          new PReLU(new Constant(0.5)),
          new Dropout(0.5),
          new Dense(2).useBias(false),
          new MixedActivations(Activation.RELU));

  @Test
  void itsNumbersLieLayerByLayer() {
    var numbers = new double[18];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    var network = new Network(MODEL, numbers);
    assertThat(network.kernel(0).getDDRM().data).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(network.bias(0).getDDRM().data).containsExactly(6, 7, 8);
    assertThat(network.alpha(1).getDDRM().data).containsExactly(9, 10, 11);
    assertThat(network.kernel(3).getDDRM().data).containsExactly(12, 13, 14, 15, 16, 17);
    assertThat(network.kernel(3).get(2, 1)).isEqualTo(17);
  }

  @Test
  void eachLayerCanBeLookedInto() {
    var model =
        Sequential.of(
            1,
            new Dense(2, Activation.RELU).kernelInitializer(Given.row(1, -1)),
            new Dense(1).kernelInitializer(Given.column(2, 3)),
            new PReLU(new Constant(0.5)),
            new Dropout(0.5));
    Network network = model.initialize(0);
    var x = new SimpleMatrix(2, 1, true, -1, 1);
    assertThat(network.preActivations(0, x).getDDRM().data).containsExactly(-1, 1, 1, -1);
    assertThat(network.outputs(0, x).getDDRM().data).containsExactly(0, 1, 1, 0);
    assertThat(network.preActivations(2, x.minus(9)).getDDRM().data).containsExactly(30, 24);
    assertThat(network.preActivations(3, x).getDDRM().data).containsExactly(3, 2);
    assertThat(network.outputs(3, x).getDDRM().data).containsExactly(3, 2);
  }

  @Test
  void networksAreEqualWhereModelAndNumbersAre() {
    Network network = MODEL.initialize(1);
    assertThat(MODEL.initialize(1)).isEqualTo(network).hasSameHashCodeAs(network);
    assertThat(MODEL.initialize(2)).isNotEqualTo(network).doesNotHaveSameHashCodeAs(network);
    var other = Sequential.of(1, new Dense(9));
    assertThat(new Network(other, network.parameters())).isNotEqualTo(network);
    assertThat(network).isNotEqualTo("a network");
    assertThat(network).hasToString(MODEL + " with 18 parameters");
  }

  @Test
  void givenNumbersAreEqualWhereTheyAre() {
    assertThat(Given.column(1, 2))
        .isEqualTo(Given.of(new double[][] {{1}, {2}}))
        .hasSameHashCodeAs(Given.of(new double[][] {{1}, {2}}))
        .isNotEqualTo(Given.row(1, 2))
        .doesNotHaveSameHashCodeAs(Given.column(1, 3))
        .hasToString("Given.of(new double[][] {{1.0}, {2.0}})");
    assertThat(Given.of(new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 5, 6}})))
        .hasToString("Given.of(new double[][] {{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}})");
    assertThat(Given.row(1, 2)).hasToString("Given.row(1.0, 2.0)");
  }

  @Test
  void aGradientHasAsManyNumbersAsTheModel() {
    var work = new Backpropagation(MODEL, 1);
    work.forward(new double[18], new DMatrixRMaj(1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> work.backward(new DMatrixRMaj(1, 2), new double[19]))
        .withMessage("gradient must hold the 18 numbers of the model. Received: 19");
  }

  /** The last batch of an epoch is smaller than the others. */
  @Test
  void batchesMayShrinkAndGrow() {
    var work = new Backpropagation(MODEL, 4, RandomStream.DROPOUT.of(0));
    double[] parameters = MODEL.initialize(1).parameters();
    assertThat(work.delta(0).getNumElements()).isZero();
    for (int rows : new int[] {4, 1, 3}) {
      DMatrixRMaj out = work.forward(parameters, new DMatrixRMaj(rows, 2));
      assertThat(out.numRows).isEqualTo(rows);
      work.backward(out.copy(), new double[18]);
      for (int layer = 0; layer < 5; layer++) {
        assertThat(work.delta(layer).numRows).isEqualTo(rows);
        assertThat(work.preActivations(layer).numRows).isEqualTo(rows);
      }
    }
  }

  @Test
  void startsSpreadTheSignsOfAVectorToo() {
    var start = new SpreadSigns(new Constant(0.5));
    var layer = new Dense(4).kernelInitializer(start).biasInitializer(start);
    Network network = Sequential.of(2, layer).initialize(1);
    assertThat(network.bias(0).getDDRM().data).containsExactly(0.5, -0.5, 0.5, -0.5);
    assertThat(network.kernel(0).getDDRM().data)
        .containsExactly(0.5, -0.5, 0.5, -0.5, -0.5, 0.5, -0.5, 0.5);
  }
}
