package reluctant;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A variable of a notebook is null once something it was made from has changed. Each public method
 * and constructor that is given one says which argument it is and what to do.
 */
class EmptyArgumentsTest {
  private static final String[] READ = {
    "reluctant.nn",
    "reluctant.data",
    "reluctant.train",
    "reluctant.sweep",
    "reluctant.diagnose",
    "reluctant.plot",
    "reluctant.notebook"
  };

  /** Who takes one of these is called by the library's own loops. */
  private static final Set<Class<?>> INNER =
      Set.of(DMatrixRMaj.class, UniformRandomProvider.class, reluctant.nn.Backpropagation.class);

  /** What kernels, engines, the service loader and other packages of the library call. */
  private static final Set<String> OTHERS =
      Set.of(
          "JJavaExtension",
          "ProgressBars",
          "ProgressDisplay",
          "Work",
          "Trainer",
          "Backpropagation",
          "Variable",
          "ActivationLoops",
          "DrawnText");

  /** What the library calls by itself, and what every class has. */
  private static final Set<String> CALLED_BACK =
      Set.of("start", "waiting", "onEpochEnd", "onTrainEnd", "equals", "compareTo", "valueOf");

  private final SampleArguments samples = new SampleArguments();

  @Test
  void eachPublicMethodSaysWhichArgumentIsEmpty() {
    List<String> faults = calls().flatMap(this::faults).toList();
    assertThat(faults).isEmpty();
  }

  private static Stream<Executable> calls() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(READ).stream()
            .filter(type -> !OTHERS.contains(type.getSimpleName()))
            .map(JavaClass::reflect)
            .filter(EmptyArgumentsTest::isPublic)
            .flatMap(EmptyArgumentsTest::calls);
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static Stream<Executable> calls(Class<?> type) {
    var calls = new ArrayList<Executable>(List.of(type.getConstructors()));
    Stream.of(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isAbstract(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !CALLED_BACK.contains(method.getName()))
        .forEach(calls::add);
    return calls.stream()
        .filter(call -> Stream.of(call.getParameterTypes()).noneMatch(INNER::contains));
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
