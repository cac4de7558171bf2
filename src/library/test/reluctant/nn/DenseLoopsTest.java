package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loops against EJML's products, to the bit. */
class DenseLoopsTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "32, 1, 2", "32, 2, 1", "7, 3, 5", "64, 17, 9", "3, 40, 30"})
  void areProducts(int samples, int inputs, int units) {
    var random = new Random(samples + 31L * inputs + 961L * units);
    DMatrixRMaj x = RandomMatrices_DDRM.rectangle(samples, inputs, -1, 1, random);
    DMatrixRMaj kernel = RandomMatrices_DDRM.rectangle(inputs, units, -1, 1, random);
    DMatrixRMaj bias = RandomMatrices_DDRM.rectangle(1, units, -1, 1, random);
    DMatrixRMaj delta = RandomMatrices_DDRM.rectangle(samples, units, -1, 1, random);

    var z = new DMatrixRMaj(samples, units);
    CommonOps_DDRM.mult(x, kernel, z);
    for (int i = 0; i < z.getNumElements(); i++) {
      z.data[i] += bias.data[i % units];
    }
    var ourZ = new double[samples * units];
    DenseLoops.forward(x.data, kernel.data, bias.data, ourZ, samples);
    assertThat(ourZ).isEqualTo(z.data);

    var kernelGradient = new DMatrixRMaj(inputs, units);
    CommonOps_DDRM.multTransA(x, delta, kernelGradient);
    var ours = new double[inputs * units];
    DenseLoops.kernelGradient(x, delta, ours, 0);
    assertThat(ours).isEqualTo(kernelGradient.data);

    var inputGradient = new DMatrixRMaj(samples, inputs);
    CommonOps_DDRM.multTransB(delta, kernel, inputGradient);
    var ourInputGradient = new DMatrixRMaj(samples, inputs);
    DenseLoops.inputGradient(delta, kernel.data, ourInputGradient);
    assertThat(ourInputGradient.data).isEqualTo(inputGradient.data);
  }
}
