package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.nn.Activation;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.L1L2;
import reluctant.nn.MixedActivations;
import reluctant.nn.PReLU;
import reluctant.nn.Repulsion;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adadelta;
import reluctant.optimizers.Adagrad;
import reluctant.optimizers.Adam;
import reluctant.optimizers.AdamW;
import reluctant.optimizers.Adamax;
import reluctant.optimizers.Ftrl;
import reluctant.optimizers.Lion;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.Rprop;
import reluctant.optimizers.SGD;

/** A step allocates nothing. */
class AllocationTest {

  private static final int STEPS = 2000;
  private static final int ROUNDS = 50;

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        new SGD(0.001),
        new SGD(0.001, 0.9, true).clipValue(1),
        new Adam(),
        new AdamW().globalClipNorm(1),
        new Adamax(),
        new Nadam().clipNorm(1),
        new RMSprop(),
        new Adagrad(),
        new Adadelta(),
        new Lion(),
        new Ftrl(),
        new Rprop());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepAllocatesNothing(Optimizer optimizer) {
    var model =
        Sequential.of(
            2,
            new Dense(3, Activation.RELU).kernelRegularizer(new Repulsion(0.01)),
            new Dropout(0.1),
            new Dense(3, Activation.TANH).kernelRegularizer(L1L2.l2(0.01)),
            new PReLU(),
            new MixedActivations(Activation.RELU, Activation.ABS),
            new Dense(1).kernelConstraint(Constraint.NON_NEGATIVE));
    var fit = new Fit(optimizer, Loss.MSE, 1, 16).metrics(Loss.MAE);
    assertAllocatesNothing(new Trainer(model.initialize(1), fit));
  }

  @Test
  void aStepOfWideLayersAllocatesNothing() {
    var model =
        Sequential.of(
            2, new Dense(33, Activation.RELU), new Dense(70, Activation.RELU), new Dense(1));
    var fit = new Fit(new Adam(), Loss.MSE, 1, 16);
    assertAllocatesNothing(new Trainer(model.initialize(1), fit));
  }

  private static void assertAllocatesNothing(Trainer trainer) {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
        "This JVM does not count what a thread allocates.");
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var x = new DMatrixRMaj(16, 2);
    x.fill(0.5);
    var y = new DMatrixRMaj(16, 1);
    long allocated = STEPS;
    // Until it is compiled, a vector is an object.
    for (int round = 0; round < ROUNDS && allocated >= STEPS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      steps(trainer, x, y, STEPS);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    // Less than a byte a step: the count itself allocates a little.
    assertThat(allocated).isLessThan(STEPS);
  }

  private static void steps(Trainer trainer, DMatrixRMaj x, DMatrixRMaj y, int count) {
    for (int i = 0; i < count; i++) {
      trainer.step(x, y);
    }
  }
}
