package reluctant.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Objects;
import java.util.function.Function;

/** IJava 1.3 and what else is built on its base. */
final class IJavaKernel implements Kernel {
  private final BaseKernel kernel;

  IJavaKernel(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /** The kernel that runs this session; called by name. */
  static Kernel running() throws ReflectiveOperationException {
    // IJava itself is in no Maven repository, so only its name is known here.
    Class<?> main = Class.forName("io.github.spencerpark.ijava.IJava");
    Object kernel = main.getMethod("getKernelInstance").invoke(null);
    return new IJavaKernel((BaseKernel) Objects.requireNonNull(kernel, "IJava does not run"));
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
    data.putTransientData("display_id", id);
    return data;
  }
}
