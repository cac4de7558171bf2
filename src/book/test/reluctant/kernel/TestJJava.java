package reluctant.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderFunction;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Message;

/** JJava's base with a front end that remembers. */
final class TestJJava extends BaseKernel {
  private final CountingRenderer counting;
  private final TestIo testIo;

  TestJJava() {
    this(new CountingRenderer(), new TestIo());
  }

  private TestJJava(CountingRenderer renderer, TestIo io) {
    super(
        "test",
        "1",
        new LanguageInfo.Builder("Java").build(),
        List.of(),
        null,
        io,
        new CommManager(),
        renderer,
        null,
        new MagicsRegistry(),
        false,
        new StringStyler.Builder().build());
    this.counting = renderer;
    this.testIo = io;
    renderer.count = 0;
  }

  private static final class CountingRenderer extends Renderer {
    private int count;

    @Override
    public <T> void register(
        Set<MIMEType> supported,
        Set<MIMEType> preferred,
        Set<Class<? extends T>> types,
        RenderFunction<T> function) {
      count++;
      super.register(supported, preferred, types, function);
    }
  }

  private static final class TestIo extends JupyterIO {
    private final FrontEnd frontEnd = new FrontEnd();

    private TestIo() {
      super(StandardCharsets.UTF_8);
    }

    private void attach() {
      setEnv(frontEnd);
    }

    private void detach() {
      retractEnv(frontEnd);
    }
  }

  private static final class FrontEnd extends ShellReplyEnvironment {
    private final List<String> published = new ArrayList<>();

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

  int registered() {
    return counting.count;
  }

  /** As while a cell runs. */
  void attach() {
    testIo.attach();
  }

  /** As after its end. */
  void detach() {
    testIo.detach();
  }

  List<String> published() {
    return testIo.frontEnd.published;
  }

  Map<String, Object> shown(Object value) {
    DisplayData data = getRenderer().render(value);
    return Stream.of("text/plain", "text/html", "application/vnd.plotly.v1+json")
        .filter(type -> data.hasDataForType(MIMEType.parse(type)))
        .collect(Collectors.toMap(type -> type, type -> data.getData(MIMEType.parse(type))));
  }

  @Override
  public Object evalRaw(String source) {
    return source;
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    return new DisplayData();
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    return new ReplacementOptions(List.of(), 0, 0);
  }

  @Override
  public String isComplete(String code) {
    return IS_COMPLETE_YES;
  }
}
