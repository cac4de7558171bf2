package reluctant.train;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.data.Dataset;
import reluctant.data.Distribution;
import reluctant.data.FirFilter;
import reluctant.data.Problem;
import reluctant.data.Problems;
import reluctant.data.Signal;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Elu;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.Layer;
import reluctant.nn.LeakyRelu;
import reluctant.nn.NecroRelu;
import reluctant.nn.NonNegativeStart;
import reluctant.nn.PReLU;
import reluctant.nn.RandomNormal;
import reluctant.nn.RandomUniform;
import reluctant.nn.RandomizedAsymmetric;
import reluctant.nn.Regularizer;
import reluctant.nn.Relu;
import reluctant.nn.Repulsion;
import reluctant.nn.Sequential;
import reluctant.nn.SpreadDirections;
import reluctant.nn.SpreadSigns;
import reluctant.nn.TruncatedNormal;
import reluctant.nn.VarianceScaling;

/**
 * The words of a {@link TrialLine}: what may be made, named and changed in it. Only what is listed
 * here is ever called, and all of it makes values.
 */
final class Words {

  private static final List<Class<?>> MADE =
      List.of(
          Adadelta.class,
          Adagrad.class,
          Adam.class,
          AdamW.class,
          Adamax.class,
          Constant.class,
          Dense.class,
          Dropout.class,
          EarlyStopping.class,
          Elu.class,
          Fit.class,
          Ftrl.class,
          Huber.class,
          L1L2.class,
          LeakyRelu.class,
          Lion.class,
          Nadam.class,
          NecroRelu.class,
          NonNegativeStart.class,
          PReLU.class,
          RMSprop.class,
          RandomNormal.class,
          RandomUniform.class,
          RandomizedAsymmetric.class,
          Relu.class,
          Repulsion.class,
          SGD.class,
          SpreadDirections.class,
          SpreadSigns.class,
          Trial.class,
          TruncatedNormal.class,
          VarianceScaling.class);

  /** Classes with methods that give a changed copy. */
  private static final List<Class<?>> CHANGED =
      List.of(Dense.class, FirFilter.class, Fit.class, Optimizer.class, Trial.class);

  private static final List<Class<?>> CONSTANTS =
      List.of(
          Activation.class,
          Constraint.class,
          Distribution.class,
          Initializer.class,
          Loss.class,
          Signal.class,
          VarianceScaling.Distribution.class,
          VarianceScaling.Mode.class);

  /** What an argument may be, beside numbers. */
  private static final Set<Class<?>> PARTS = parts();

  /** Everything that is called, by "new Dense", "Given.row", "xor" or ".noise". */
  private static final Map<String, List<Executable>> CALLS = calls();

  private static final Map<String, Object> NAMES = names();

  private Words() {}

  private static Set<Class<?>> parts() {
    var parts = new HashSet<Class<?>>(CHANGED);
    parts.addAll(CONSTANTS);
    parts.addAll(List.of(int.class, long.class, double.class, boolean.class, double[][].class));
    parts.addAll(List.of(double[].class, Layer[].class, Loss[].class, Initializer[].class));
    parts.addAll(List.of(Adam.class, Dataset.class, EarlyStopping.class, Layer.class));
    parts.addAll(List.of(Problem.class, Regularizer.class, Sequential.class));
    return parts;
  }

  private static Map<String, List<Executable>> calls() {
    var calls = new HashMap<String, List<Executable>>();
    for (Class<?> type : MADE) {
      add(calls, "new " + type.getSimpleName(), Stream.of(type.getConstructors()));
    }
    for (Class<?> type : CHANGED) {
      methods(type, false)
          .filter(method -> method.getReturnType() == type && method.getParameterCount() > 0)
          .forEach(method -> add(calls, "." + method.getName(), Stream.of(method)));
    }
    methods(Problems.class, true)
        .forEach(method -> add(calls, method.getName(), Stream.of(method)));
    methods(Given.class, true)
        .forEach(method -> add(calls, "Given." + method.getName(), Stream.of(method)));
    methods(Sequential.class, true)
        .filter(method -> method.getName().equals("of"))
        .forEach(method -> add(calls, "Sequential.of", Stream.of(method)));
    calls.values().forEach(some -> some.sort(Comparator.comparing(Executable::getParameterCount)));
    return Map.copyOf(calls);
  }

  private static Stream<Method> methods(Class<?> type, boolean isStatic) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() == type)
        .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic);
  }

  private static void add(
      Map<String, List<Executable>> calls, String word, Stream<? extends Executable> some) {
    some.filter(call -> PARTS.containsAll(List.of(call.getParameterTypes())))
        .forEach(call -> calls.computeIfAbsent(word, any -> new ArrayList<>()).add(call));
  }

  private static Map<String, Object> names() {
    var names = new HashMap<String, Object>();
    names.put("true", true);
    names.put("false", false);
    names.put("Double.POSITIVE_INFINITY", Double.POSITIVE_INFINITY);
    for (Class<?> type : CONSTANTS) {
      Class<?> outer = type.getEnclosingClass();
      // As notebooks import them; the constants of VarianceScaling are named in full.
      String prefix = outer == null ? "" : outer.getSimpleName() + "." + type.getSimpleName() + ".";
      for (Field field : type.getFields()) {
        names.put(prefix + field.getName(), constant(field));
      }
    }
    return Map.copyOf(names);
  }

  private static Object constant(Field field) {
    try {
      return Objects.requireNonNull(field.get(null), field.getName());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what a name stands for, or null. */
  static @Nullable Object named(String name) {
    return NAMES.get(name);
  }

  /** Returns what a word may call; nothing if it is unknown. */
  static List<Executable> calls(String word) {
    return CALLS.getOrDefault(word, List.of());
  }
}
