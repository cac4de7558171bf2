package reluctant.kernel;

import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Function;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.channels.ReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.jspecify.annotations.Nullable;

/** JJava. */
final class JJavaKernel implements Kernel {
  private final BaseKernel kernel;
  private volatile @Nullable ReplyEnvironment cell;

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
    shell().ifPresent(shell -> JJavaErrors.install(kernel, shell));
  }

  @Override
  public Optional<JShell> shell() {
    try {
      // The class moved from one package to another between versions of JJava.
      return Optional.ofNullable((JShell) kernel.getClass().getMethod("getJShell").invoke(kernel));
    } catch (ReflectiveOperationException | LinkageError e) {
      // Then help has signatures only, and overloads are not warned of.
      return Optional.empty();
    }
  }

  @Override
  public boolean keepsClasses() {
    return false;
  }

  @Override
  public void watch(CellEvents events) {
    JJavaPolling.hasten();
    try {
      ReplyEnvironment running = running(kernel.getIO().display);
      if (running != null) {
        JJavaCells.install(running, events);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Then errors are told as JJava tells them, and an error stops only its own cell.
    }
  }

  private static DisplayData data(String id, Shown shown) {
    DisplayData data = new DisplayData();
    shown.data().forEach(data::putData);
    // setDisplayId changed its type between versions of JJava.
    data.putTransientData("display_id", id);
    return data;
  }
}
