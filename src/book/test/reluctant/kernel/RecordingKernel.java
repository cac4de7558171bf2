package reluctant.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A kernel that remembers what it was asked to do. */
final class RecordingKernel implements Kernel {
  final List<String> messages = new ArrayList<>();
  @Nullable RuntimeException failure;
  int entered;
  private final Map<Class<?>, Function<Object, Shown>> renderings = new HashMap<>();

  @Override
  public <T> void register(Class<T> type, Function<? super T, Shown> rendering) {
    renderings.put(type, value -> rendering.apply(type.cast(value)));
  }

  @Override
  public synchronized void enterCell() {
    entered++;
  }

  @Override
  public synchronized void display(String id, Shown shown) {
    if (failure != null) {
      throw failure;
    }
    messages.add("display:" + shown.data().get(Shown.TEXT));
  }

  @Override
  public synchronized void update(String id, Shown shown) {
    if (failure != null) {
      throw failure;
    }
    messages.add("update:" + shown.data().get(Shown.TEXT));
  }

  synchronized int size() {
    return messages.size();
  }

  Map<String, Object> show(Object value) {
    var last = Objects.requireNonNull(renderings.get(Object.class));
    return renderings.getOrDefault(value.getClass(), last).apply(value).data();
  }
}
