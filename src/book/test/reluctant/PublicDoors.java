package reluctant;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reluctant.arithmetic.DenseLanes;
import reluctant.data.Inputs;
import reluctant.nn.Activation;
import reluctant.nn.ActivationLoops;
import reluctant.nn.Constraint;
import reluctant.nn.Initializer;
import reluctant.nn.Layer;
import reluctant.nn.LayerPass;
import reluctant.nn.Regularizer;
import reluctant.nn.SoftmaxLoops;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.OptimizerState;
import reluctant.optimizers.Schedule;
import reluctant.train.Callback;
import reluctant.train.Loss;
import reluctant.train.LossLoops;
import reluctant.train.Metric;
import reluctant.train.ProgressDisplay;
import reluctant.train.ProgressListener;

/** All public methods and constructors of the library that take something. */
final class PublicDoors {

  private static final String[] READ = {
    "reluctant.nn",
    "reluctant.formula",
    "reluctant.data",
    "reluctant.optimizers",
    "reluctant.train",
    "reluctant.lanes",
    "reluctant.diagnose",
    "reluctant.sweep",
    "reluctant.doctor",
    "reluctant.absolute",
    "reluctant.pyramid",
    "reluctant.linear",
    "reluctant.spectrum",
    "reluctant.onerelu",
    "reluctant.depth",
    "reluctant.xor",
    "reluctant.cases",
    "reluctant.csv",
    "reluctant.chart",
    "reluctant.figures",
    "reluctant.kernel"
  };

  /**
   * Their methods are called by the library's own loops, with what its doors have checked. Settings
   * of a type that implements one are checked by its constructor, which is a door.
   */
  private static final List<Class<?>> CALLED_BACK =
      List.of(
          Activation.class,
          Callback.class,
          Comparable.class,
          Constraint.class,
          DenseLanes.class,
          Initializer.class,
          Inputs.class,
          Layer.class,
          LayerPass.class,
          Loss.class,
          Metric.class,
          Object.class,
          Optimizer.class,
          OptimizerState.class,
          ProgressDisplay.class,
          ProgressListener.class,
          Regularizer.class,
          Schedule.class);

  /** What kernels, engines, the service loader and other packages of the library call. */
  private static final Set<String> OTHERS =
      Set.of("JJavaExtension", "ProgressBars", "Work", "DrawnText");

  /** What figures of other packages are made of. */
  private static final Set<String> PARTS_OF_FIGURES =
      Set.of(
          "Curve",
          "Panels",
          "Palette",
          "Space",
          "Extent",
          "JsonNumbers",
          "Rates",
          "Frames",
          "JsonTrace");

  /** What the library's trainers share. */
  private static final Set<Class<?>> LOOPS =
      Set.of(ActivationLoops.class, LossLoops.class, SoftmaxLoops.class);

  private PublicDoors() {}

  static Stream<Executable> all() {
    return new ClassFileImporter()
        .withImportOption(new WithoutTests()).importPackages(READ).stream()
            .filter(type -> !OTHERS.contains(type.getSimpleName()))
            .filter(type -> !PARTS_OF_FIGURES.contains(type.getSimpleName()))
            .map(JavaClass::reflect)
            .filter(type -> isPublic(type) && !LOOPS.contains(type))
            .flatMap(PublicDoors::calls);
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
        .filter(method -> !method.getName().equals("valueOf") && !isCalledBack(method))
        .forEach(calls::add);
    return calls.stream().filter(call -> call.getParameterCount() > 0);
  }

  private static boolean isCalledBack(Method method) {
    // An interface that only the library sees is called by the library alone.
    Stream<Class<?>> hidden =
        Stream.of(method.getDeclaringClass().getInterfaces())
            .filter(type -> !Modifier.isPublic(type.getModifiers()));
    return Stream.concat(CALLED_BACK.stream(), hidden)
        .filter(type -> type.isAssignableFrom(method.getDeclaringClass()))
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .anyMatch(
            called -> called.getName().equals(method.getName()) && takesTheSame(called, method));
  }

  private static boolean takesTheSame(Method called, Method method) {
    return Arrays.equals(called.getParameterTypes(), method.getParameterTypes())
        || called.getDeclaringClass() == Comparable.class;
  }
}
