package reluctant.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.LEAKY_RELU;
import static reluctant.nn.Activation.LINEAR;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.SIGMOID;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.BINARY_CROSSENTROPY;
import static reluctant.train.Loss.MAE;
import static reluctant.train.Loss.MSE;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Problem;
import reluctant.diagnose.Symptom;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Rprop;
import reluctant.optimizers.SGD;
import reluctant.train.EarlyStopping;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class RemediesTest {

  private static final Signs NONE = new Signs(List.of());
  private static final Problem SINE = formula("sin(3 x)", grid(-1, 1, 32));
  private static final Fit FIT = new Fit(new Adam(0.01), MSE, 100, 32);

  private static Trial trial(Problem data, Dense... layers) {
    return new Trial(Sequential.of(data.features(), layers), data, FIT, 0);
  }

  private static Trial plain() {
    return trial(SINE, new Dense(4, TANH), new Dense(1));
  }

  private static Stream<Remedy> against(Cause cause, Trial trial, Signs signs) {
    return Remedies.of(trial, signs).stream().filter(remedy -> remedy.cause() == cause);
  }

  private static List<Trial> against(Cause cause, Trial trial) {
    return against(cause, trial, NONE).map(remedy -> remedy.of(trial)).toList();
  }

  /** What any trial can have: other rates, more epochs, more units, another activation. */
  @Test
  void aTrialWithoutFaultsHasFewRemedies() {
    assertThat(Remedies.of(plain(), NONE))
        .map(Remedy::name)
        .containsExactly(
            "a learning rate of 0.0033",
            "a learning rate of 0.001",
            "a learning rate of 0.00033",
            "a learning rate of 0.0001",
            "a learning rate of 0.00001",
            "a learning rate of 0.03",
            "a learning rate of 0.1",
            "a learning rate of 0.3",
            "a learning rate of 1",
            "a learning rate of 10",
            "10 times the epochs",
            "4 times the units",
            "leaky ReLU in the hidden layers");
  }

  @Test
  void whatTheLastActivationCannotGive() {
    Trial sigmoid = trial(SINE, new Dense(4, TANH), new Dense(1, SIGMOID));
    assertThat(against(Cause.OUTPUT, sigmoid)).containsExactly(plain());
    assertThat(against(Cause.OUTPUT, sigmoid.data(SINE.scaledTargets(0.4).shiftedTargets(0.5))))
        .isEmpty();
    Fit bce = FIT.loss(BINARY_CROSSENTROPY);
    assertThat(against(Cause.OUTPUT, sigmoid.fit(bce))).containsExactly(plain());
  }

  @Test
  void whatLinearLayersCannotLearn() {
    Trial linear = plain().hiddenActivation(LINEAR);
    assertThat(against(Cause.LINEAR, linear))
        .containsExactly(plain(), plain().hiddenActivation(RELU));
    assertThat(against(Cause.LINEAR, linear.data(formula("2 x", grid(-1, 1, 32))))).isEmpty();
    Trial classes = trial(xor(), new Dense(4), new Dense(1, SIGMOID));
    assertThat(against(Cause.LINEAR, classes))
        .hasSize(2)
        .first()
        .isEqualTo(classes.hiddenActivation(TANH));
    assertThat(against(Cause.LINEAR, classes.hiddenActivation(TANH))).isEmpty();
    assertThat(against(Cause.LINEAR, trial(SINE, new Dense(1))))
        .containsExactly(trial(SINE, new Dense(16, TANH), new Dense(1)));
  }

  @Test
  void penaltiesDropoutAndMissingBiases() {
    Trial bound = plain().layers(new Dense(4, TANH), new Dropout(0.5), new Dense(1).useBias(false));
    assertThat(against(Cause.PENALTIES, bound))
        .containsExactly(plain().layers(new Dense(4, TANH), new Dense(1).useBias(false)));
    assertThat(against(Cause.NO_BIASES, bound))
        .containsExactly(plain().layers(new Dense(4, TANH), new Dropout(0.5), new Dense(1)));
  }

  @Test
  void dataOfAnUnusualScale() {
    Problem far = SINE.shiftedInputs(9);
    assertThat(against(Cause.INPUT_SCALE, plain().data(far)))
        .containsExactly(plain().data(far.standardizedInputs()));
    Problem large = SINE.scaledTargets(100);
    assertThat(against(Cause.TARGET_SCALE, plain().data(large)))
        .containsExactly(plain().data(large.standardizedTargets()));
    Fit withOthers = FIT.validationData(plain().dataset());
    assertThat(against(Cause.TARGET_SCALE, plain().data(large).fit(withOthers))).isEmpty();
  }

  @Test
  void aScaleIsUsualNearAMeanOf0AndADeviationOf1() {
    assertThat(Scale.isUsual(columns(1))).isTrue();
    assertThat(Scale.isUsual(columns(4.9))).isTrue();
    assertThat(Scale.isUsual(columns(5.1))).isFalse();
    assertThat(Scale.isUsual(columns(0.21))).isTrue();
    assertThat(Scale.isUsual(columns(0.19))).isFalse();
    assertThat(Scale.isUsual(columns(1).plus(2.9))).isTrue();
    assertThat(Scale.isUsual(columns(1).plus(3.1))).isFalse();
  }

  /** One column from -deviation to deviation, one that does not vary. */
  private static SimpleMatrix columns(double deviation) {
    return new SimpleMatrix(new double[][] {{-deviation, 7}, {deviation, 7}});
  }

  @Test
  void anotherStartTakesAwayWhatTheFailuresShow() {
    Trial started =
        plain().layers(new Dense(4, RELU).biasInitializer(new Constant(-3)), new Dense(1));
    assertThat(against(Cause.START, started))
        .hasSize(2)
        .first()
        .isEqualTo(plain().hiddenActivation(RELU));
    Signs dead = new Signs(List.of(sign(false, true, false, true, false)));
    assertThat(against(Cause.DEAD_UNITS, started, dead))
        .map(Remedy::name)
        .containsExactly("Keras' start", "He's start", "leaky ReLU in the hidden layers");
    Signs saturated = new Signs(List.of(sign(false, false, true, false, true)));
    assertThat(against(Cause.SATURATION, started, saturated)).hasSize(3);
    Signs alike = new Signs(List.of(sign(true, true, true, false, false)));
    assertThat(against(Cause.SYMMETRY, started, alike)).hasSize(2);
    assertThat(against(Cause.ACTIVATION, started))
        .containsExactly(started.hiddenActivation(LEAKY_RELU));
  }

  private static Sign sign(
      boolean alike, boolean dead, boolean full, boolean ends, boolean filled) {
    return new Sign(Symptom.MEAN, alike, dead, full, ends, filled);
  }

  @Test
  void lossesThatAskForSomethingElse() {
    assertThat(against(Cause.LOSS, plain().fit(FIT.loss(MAE)))).containsExactly(plain());
    Trial classes = trial(xor(), new Dense(4, TANH), new Dense(1, SIGMOID));
    assertThat(against(Cause.LOSS, classes))
        .containsExactly(classes.fit(FIT.loss(Loss.BINARY_CROSSENTROPY)));
  }

  @Test
  void depthAndOptimizersAndBudgets() {
    Trial deep = plain().model(Sequential.deep(1, 3, new Dense(4, TANH), new Dense(1)));
    assertThat(against(Cause.DEPTH, deep)).containsExactly(plain());
    assertThat(against(Cause.DEPTH, plain())).isEmpty();
    assertThat(against(Cause.OPTIMIZER, plain().optimizer(new SGD(0.1)))).containsExactly(plain());
    assertThat(against(Cause.LARGE_STEPS, plain().optimizer(new Rprop()))).isEmpty();
    assertThat(against(Cause.SLOW, plain().optimizer(new Rprop()).epochs(99))).hasSize(2);
    Trial stopped = plain().fit(FIT.earlyStopping(new EarlyStopping(1)).untilLoss(0.1));
    assertThat(against(Cause.SLOW, stopped)).contains(plain().epochs(1000));
  }

  @Test
  void whatCannotBeChangedIsNoRemedy() {
    Trial given =
        plain().layers(new Dense(2, TANH).kernelInitializer(Given.row(1, -1)), new Dense(1));
    assertThat(against(Cause.FEW_UNITS, given)).isEmpty();
    assertThat(against(Cause.FEW_UNITS, plain())).containsExactly(plain().hiddenUnits(16));
    assertThat(against(Cause.FEW_UNITS, plain().hiddenUnits(9)))
        .containsExactly(plain().hiddenUnits(36));
    assertThat(against(Cause.FEW_UNITS, trial(SINE, new Dense(1)))).isEmpty();
  }
}
