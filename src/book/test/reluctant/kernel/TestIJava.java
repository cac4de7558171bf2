package reluctant.kernel;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IJava's base with a front end that remembers. */
final class TestIJava extends BaseKernel {
  private final List<String> published = new ArrayList<>();

  private final class FrontEnd extends ShellReplyEnvironment {
    private FrontEnd() {
      super(null, null, null, null);
    }

    @Override
    public void publish(Message<?> message) {
      DisplayData data = (DisplayData) message.getContent();
      String type = message.getHeader().getType().getName();
      published.add(type + " " + data.getDisplayId() + " " + data.getData(MIMEType.TEXT_PLAIN));
    }
  }

  /** As while a cell runs. */
  void attach() throws ReflectiveOperationException {
    cell(new FrontEnd());
  }

  /** As after its end. */
  void detach() throws ReflectiveOperationException {
    cell(null);
  }

  private void cell(@Nullable ShellReplyEnvironment running) throws ReflectiveOperationException {
    var cell = DisplayStream.class.getDeclaredField("env");
    cell.setAccessible(true);
    cell.set(getIO().display, running);
  }

  List<String> published() {
    return published;
  }

  @Override
  public DisplayData eval(String expression) {
    return new DisplayData(expression);
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("Java").build();
  }
}
