package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.nn.Activation;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Initializer;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.SGD;

/** A batch that can't be trained on leaves a {@link Trainer} as it was, and others a constraint. */
class TrainerTest {

  private static final DMatrixRMaj X = new DMatrixRMaj(new double[][] {{1}, {-2}, {0.5}});
  private static final Fit FIT = new Fit(new Adam(0.01), Loss.MSE, 1, 3);

  private static Trainer trainer() {
    var model = Sequential.of(1, new Dense(5, Activation.RELU), new Dropout(0.5), new Dense(1));
    return new Trainer(model.initialize(3), FIT, 3);
  }

  @Test
  void aRefusedBatchChangesNothing() {
    var refusing = trainer();
    var other = trainer();
    for (int i = 0; i < 5; i++) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> refusing.step(X, new DMatrixRMaj(8, 1)))
          .withMessage("y must be (3 x 1), a row for each sample. Received: (8 x 1)");
      assertThat(refusing.step(X, X)).isEqualTo(other.step(X, X));
      assertThat(refusing.network()).isEqualTo(other.network());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aTargetThatIsNotFiniteChangesNoParameter(double target) {
    var trainer = trainer();
    Network before = trainer.network();
    var y = X.copy();
    y.set(2, 0, target);
    assertThat(trainer.step(X, y)).isNotFinite();
    assertThat(trainer.network()).isEqualTo(before);
    assertThat(trainer.step(X, X)).isFinite();
  }

  @Test
  void anInputThatIsNaNChangesNoParameter() {
    var trainer = new Trainer(Sequential.of(1, new Dense(1)).initialize(0), FIT);
    Network before = trainer.network();
    var x = X.copy();
    x.set(0, 0, Double.NaN);
    assertThat(trainer.step(x, X)).isNaN();
    assertThat(trainer.network()).isEqualTo(before);
  }

  @Test
  void aConstraintHoldsAfterEachStep() {
    var free = new Dense(1).kernelInitializer(Initializer.ONES);
    var bound = free.kernelConstraint(Constraint.NON_NEGATIVE);
    var y = new DMatrixRMaj(new double[][] {{-9}, {18}, {-4.5}});
    var steep = FIT.optimizer(new SGD(1));
    var freely = new Trainer(Sequential.of(1, free).initialize(0), steep);
    var bounded = new Trainer(Sequential.of(1, bound).initialize(0), steep);
    assertThat(freely.step(X, y)).isEqualTo(bounded.step(X, y));
    assertThat(freely.network().kernel(0).get(0)).isNegative();
    assertThat(bounded.network().kernel(0).get(0)).isZero();
    assertThat(bounded.network().bias(0).get(0)).isEqualTo(freely.network().bias(0).get(0));
  }
}
