package reluctant.kernel;

import io.github.spencerpark.jupyter.channels.ReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;

/** IJava 1.3 and what else is built on its base. */
final class IJavaKernel implements Kernel {
  private final BaseKernel kernel;
  private volatile @Nullable ReplyEnvironment cell;

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
  public void enterCell() {
    ReplyEnvironment running = running(kernel.getIO().display);
    if (running != null) {
      cell = running;
    }
  }

  @Override
  public void display(String id, Shown shown) {
    enterCell();
    if (cell == null) {
      kernel.display(data(id, shown));
    } else {
      cell.publish(new PublishDisplayData(data(id, shown)));
    }
  }

  @Override
  public void update(String id, Shown shown) {
    enterCell();
    if (cell == null) {
      kernel.getIO().display.updateDisplay(data(id, shown));
    } else {
      cell.publish(new PublishUpdateDisplayData(data(id, shown)));
    }
  }

  private static @Nullable ReplyEnvironment running(DisplayStream display) {
    try {
      Field cell = DisplayStream.class.getDeclaredField("env");
      cell.setAccessible(true);
      return (ReplyEnvironment) cell.get(display);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  @Override
  public void explainErrors() {
    shell().ifPresent(shell -> IJavaErrors.install(kernel, shell));
  }

  @Override
  public void watch(CellEvents events) {
    try {
      ReplyEnvironment running = running(kernel.getIO().display);
      if (running != null) {
        IJavaCells.install(running, events);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Then errors are told as IJava tells them, and an error stops only its own cell.
    }
  }

  @Override
  public Optional<JShell> shell() {
    try {
      Field field = kernel.getClass().getDeclaredField("evaluator");
      field.setAccessible(true);
      Object evaluator = Objects.requireNonNull(field.get(kernel), "evaluator");
      return Optional.ofNullable(
          (JShell) evaluator.getClass().getMethod("getShell").invoke(evaluator));
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Another kernel on the same base.
      return Optional.empty();
    }
  }

  private static DisplayData data(String id, Shown shown) {
    DisplayData data = new DisplayData();
    shown.data().forEach(data::putData);
    data.putTransientData("display_id", id);
    return data;
  }
}
