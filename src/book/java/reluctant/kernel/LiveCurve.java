package reluctant.kernel;

import java.util.function.LongSupplier;
import org.apache.commons.math3.util.ResizableDoubleArray;
import org.jspecify.annotations.Nullable;
import reluctant.figures.Figures;
import reluctant.train.Callback;
import reluctant.train.Epoch;
import reluctant.train.Run;

/**
 * A loss curve that grows while a network trains.
 *
 * <pre>{@code
 * var run = trial.run(LiveCurve.open());
 * }</pre>
 *
 * <p>It changes at most five times a second and ends as the figure of the whole history, which is
 * what the notebook keeps. An interrupt leaves the curve as far as it had come. Outside a notebook
 * it shows nothing.
 */
public final class LiveCurve implements Callback {
  private final LiveDisplay display;
  private final ResizableDoubleArray losses = new ResizableDoubleArray();

  LiveCurve(@Nullable Kernel kernel, LongSupplier nanoTime) {
    display = new LiveDisplay(kernel, nanoTime, 0);
  }

  /** Returns a curve in the running cell, a callback for one training. */
  public static LiveCurve open() {
    return new LiveCurve(Notebook.kernel(), System::nanoTime);
  }

  @Override
  public void onEpochEnd(Epoch epoch) {
    losses.addElement(epoch.loss());
    if (display.isDue()) {
      display.show(GrowingCurve.shown(losses.getElements()));
    }
  }

  @Override
  public void onTrainEnd(Run run) {
    if (run.history().epochs() > 0) {
      display.close(Renderings.chart(Figures.losses(run)));
    }
  }
}
