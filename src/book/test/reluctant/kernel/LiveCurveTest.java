package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import org.junit.jupiter.api.Test;
import reluctant.figures.Figures;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Callback;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class LiveCurveTest {
  private static final long MILLISECOND = 1_000_000;

  private final RecordingKernel kernel = new RecordingKernel();
  private long now;

  private static Trial trial(int epochs) {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    return new Trial(model, absoluteValue(40, 10), new Fit(new Adam(), MSE, epochs, 8), 3);
  }

  private LiveCurve curve(long millisecondsAnEpoch) {
    return new LiveCurve(kernel, () -> now += millisecondsAnEpoch * MILLISECOND);
  }

  @Test
  void itGrowsFiveTimesASecondAtMost() {
    trial(1000).run(curve(10));
    // 1000 epochs of 10 ms are 10 s, and then there is the end.
    assertThat(kernel.messages).hasSizeBetween(47, 52);
    assertThat(kernel.messages.get(0)).startsWith("display:").contains("Loss against epoch");
  }

  @Test
  void itEndsAsTheFigureOfTheHistory() {
    var run = trial(30).run(curve(1));
    assertThat(kernel.messages).endsWith("update:" + Figures.losses(run));
  }

  @Test
  void anInterruptLeavesItAsItWas() {
    var curve = curve(1000);
    var run =
        trial(100)
            .run(
                new Callback() {
                  @Override
                  public void onEpochEnd(Epoch epoch) {
                    curve.onEpochEnd(epoch);
                    if (epoch.number() == 3) {
                      Thread.currentThread().interrupt();
                    }
                  }

                  @Override
                  public void onTrainEnd(Run ended) {
                    curve.onTrainEnd(ended);
                  }
                });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.history().epochs()).isEqualTo(3);
    assertThat(kernel.messages).hasSize(3); // one for each epoch
  }

  @Test
  void outsideANotebookItShowsNothing() {
    var run = trial(5).run(LiveCurve.open());
    assertThat(run.history().epochs()).isEqualTo(5);
    assertThat(kernel.messages).isEmpty();
  }
}
