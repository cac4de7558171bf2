package reluctant;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A variable of a notebook is null once something it was made from has changed. Each public method
 * and constructor that is given one says which argument it is and what to do.
 */
class EmptyArgumentsTest {
  private final SampleArguments samples = new SampleArguments();

  @Test
  void eachPublicMethodSaysWhichArgumentIsEmpty() {
    List<String> faults = PublicDoors.all().flatMap(this::faults).toList();
    assertThat(faults).isEmpty();
  }

  private Stream<String> faults(Executable call) {
    Parameter[] parameters = call.getParameters();
    return IntStream.range(0, parameters.length)
        .filter(i -> !parameters[i].getType().isPrimitive())
        .filter(i -> !parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class))
        .mapToObj(i -> fault(call, i))
        .flatMap(Stream::ofNullable);
  }

  private @Nullable String fault(Executable call, int empty) {
    boolean isStatic = call instanceof Constructor<?> || Modifier.isStatic(call.getModifiers());
    Object receiver = isStatic ? null : samples.of(call.getDeclaringClass()).orElse(null);
    Object[] arguments = samples.arguments(call).orElse(null);
    String place = call.toGenericString() + ", argument " + empty;
    if (arguments == null || (!isStatic && receiver == null)) {
      return "no sample for " + place;
    }
    arguments[empty] = null;
    try {
      SampleArguments.call(call, receiver, arguments);
      return place + " takes null";
    } catch (InvocationTargetException refused) {
      Throwable told = refused.getCause();
      boolean isSentence =
          told instanceof IllegalArgumentException
              && ("" + told.getMessage()).endsWith(" is empty: run its cell again. Received: null");
      return isSentence ? null : place + ": " + told;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return place + ": " + e;
    }
  }
}
