package reluctant.notebook;

import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** JJava. */
final class JJavaKernel implements Kernel {
  private final BaseKernel kernel;

  JJavaKernel(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /** The kernel that runs this session; called by name. */
  static Kernel running() {
    return new JJavaKernel(BaseKernel.notebookKernel());
  }

  @Override
  public <T> void register(Class<T> type, Function<? super T, Shown> rendering) {
    kernel
        .getRenderer()
        .createRegistration(type)
        .register(
            (value, context) ->
                rendering.apply(value).data().forEach(context.getOutputContainer()::putData));
  }

  @Override
  public void display(String id, Shown shown) {
    kernel.display(data(id, shown));
  }

  @Override
  public void update(String id, Shown shown) {
    kernel.getIO().display.updateDisplay(data(id, shown));
  }

  private static DisplayData data(String id, Shown shown) {
    DisplayData data = new DisplayData();
    shown.data().forEach(data::putData);
    // setDisplayId changed its type between versions of JJava.
    data.putTransientData("display_id", id);
    return data;
  }
}
