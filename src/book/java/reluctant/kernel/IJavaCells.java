package reluctant.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ReplyEnvironment;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stands before IJava's handler of cells: each cell gets a reply, also when the kernel fails over
 * what it threw or shows; errors are told in sentences; and after an error the cells that wait are
 * aborted, as in other kernels.
 */
final class IJavaCells implements ShellHandler<ExecuteRequest> {
  private static final int READABLE = 1; // ZeroMQ's POLLIN

  private final ShellHandler<ExecuteRequest> kernel;
  private final JupyterConnection connection;
  private final CellEvents events;

  private IJavaCells(JupyterConnection connection, CellEvents events) {
    this.kernel = connection.getHandler(MessageType.EXECUTE_REQUEST);
    this.connection = connection;
    this.events = events;
  }

  /** Stands before the handler that runs this cell, from the next cell on. */
  static void install(ReplyEnvironment cell, CellEvents events)
      throws ReflectiveOperationException {
    Field field = ShellChannel.class.getDeclaredField("connection");
    field.setAccessible(true);
    var connection = (JupyterConnection) field.get(((ShellReplyEnvironment) cell).getShell());
    connection.setHandler(MessageType.EXECUTE_REQUEST, new IJavaCells(connection, events));
  }

  @Override
  public void handle(ShellReplyEnvironment environment, Message<ExecuteRequest> request) {
    var cell = new Cell(environment, events);
    events.begin();
    try {
      kernel.handle(cell, request);
      if (!cell.failed) {
        events.remarks().forEach(System.err::println);
      }
    } catch (Throwable lost) {
      cell.fail(lost);
    }
    var shell = (ShellChannel) environment.getShell();
    // Before the reply: what a front end sends after it does not wait.
    boolean stops = cell.failed && request.getContent().shouldStopOnError();
    List<Message<?>> waiting = stops ? waiting(shell) : List.of();
    cell.resolveDeferrals();
    waiting.forEach(message -> answer(shell, message));
  }

  private static List<Message<?>> waiting(ShellChannel shell) {
    List<Message<?>> waiting = new ArrayList<>();
    while ((shell.getEvents() & READABLE) != 0) {
      waiting.add(shell.readMessage());
    }
    return waiting;
  }

  private <T> void answer(ShellChannel shell, Message<T> message) {
    ShellReplyEnvironment environment = connection.prepareReplyEnv(shell, message);
    ShellHandler<T> handler = connection.getHandler(message.getHeader().getType());
    if (message.getContent() instanceof ExecuteRequest) {
      environment.setBusyDeferIdle();
      environment.reply(aborted(message));
    } else if (handler != null) {
      handler.handle(environment, message);
    }
    environment.resolveDeferrals();
    if (environment.isMarkedForShutdown()) {
      connection.close();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Message<?> aborted(Message<?> request) {
    MessageType reply = ExecuteReply.MESSAGE_TYPE;
    return new Message<Object>(request, reply, Map.of("status", "aborted"));
  }

  /** What the kernel sends for a cell, with errors in sentences. */
  private static final class Cell extends ShellReplyEnvironment {
    private final ShellReplyEnvironment environment;
    private final CellEvents events;
    private int count;
    private boolean failed;

    private Cell(ShellReplyEnvironment environment, CellEvents events) {
      super(
          (ShellChannel) environment.getShell(),
          null,
          environment.getIopub(),
          environment.getContext());
      this.environment = environment;
      this.events = events;
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      if (content instanceof PublishExecuteInput input) {
        count = input.getCount();
      }
      if (content instanceof PublishError error) {
        String told = events.told(error.getErrorMessage());
        List<String> lines =
            told.equals(error.getErrorMessage()) ? error.getStacktrace() : List.of(told);
        failed = true;
        super.publish(new PublishError(error.getErrorName(), told, lines));
      } else {
        super.publish(content);
      }
    }

    @Override
    public void replyError(MessageType<?> type, ErrorReply error) {
      String told = events.told(error.getErrorMessage());
      var reply = new ErrorReply(error.getErrorName(), told, error.getStacktrace());
      reply.setExecutionCount(count);
      super.replyError(type, reply);
    }

    /** The kernel's handler has thrown. */
    private void fail(Throwable lost) {
      String told = events.told("This cell's value can't be shown: " + lost);
      String name = lost.getClass().getSimpleName();
      if (!failed) {
        publish(new PublishError(name, told, List.of(told)));
        replyError(ExecuteReply.MESSAGE_TYPE.error(), new ErrorReply(name, told, List.of(told)));
      }
    }

    @Override
    public String readFromStdIn(String prompt, boolean isPassword) {
      return environment.readFromStdIn(prompt, isPassword);
    }
  }
}
