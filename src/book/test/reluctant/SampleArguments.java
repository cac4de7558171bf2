package reluctant;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import reluctant.cases.Case;
import reluctant.cases.Cases;
import reluctant.chart.SurfaceTrace;
import reluctant.claim.Claim;
import reluctant.data.CsvFile;
import reluctant.data.CsvProblem;
import reluctant.data.Derived;
import reluctant.data.FormulaProblem;
import reluctant.data.GridInputs;
import reluctant.data.Inputs;
import reluctant.data.Problem;
import reluctant.data.Problems;
import reluctant.data.Scaling;
import reluctant.diagnose.LossLandscape;
import reluctant.diagnose.Units;
import reluctant.formula.Formula;
import reluctant.kernel.LiveCurve;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.Layer;
import reluctant.nn.RandomStream;
import reluctant.nn.Regularizer;
import reluctant.nn.Sequential;
import reluctant.onerelu.LandscapeFigure;
import reluctant.optimizers.Adam;
import reluctant.optimizers.ExponentialDecay;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.Schedule;
import reluctant.pyramid.RegularPolygon;
import reluctant.sweep.Engine;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;
import reluctant.train.Callback;
import reluctant.train.Fit;
import reluctant.train.Metric;
import reluctant.train.ProgressListener;
import reluctant.train.Trial;
import tech.tablesaw.plotly.components.Annotation;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A value of each type that a public method takes or belongs to. Most are made by the type's own
 * constructor or {@code of(..)}; the others are given here.
 */
final class SampleArguments {
  private final Map<Class<?>, Object> given = new HashMap<>();

  SampleArguments() {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    var trial = new Trial(model, absoluteValue(2, 1), new Fit(new Adam(0.01), MSE, 1, 2), 0);
    var run = trial.run();
    Rule<Boolean> rule = any -> true;
    var sweep = Sweep.of(trial).seeds(0, 1).threads(1);
    Stream.of(model, trial, run, run.network(), run.history(), trial.data(), trial.fit(), sweep)
        .forEach(value -> given.put(value.getClass(), value));
    var grid = sweep.over("epochs", List.of(1), Trial::epochs);
    var numbers = sweep.numbers(Rule.finalLoss());
    Stream.of(sweep.outcomes(rule), grid.outcomes(rule).run(), numbers, numbers.run())
        .forEach(value -> given.put(value.getClass(), value));
    var trace = ScatterTrace.builder(new double[] {1}, new double[] {1}).build();
    Stream.of(LiveCurve.open(), Duration.ofDays(1))
        .forEach(value -> given.put(value.getClass(), value));
    var line = new Trial(Sequential.of(1, new Dense(1)), absoluteValue(2, 1), trial.fit(), 0);
    given.put(LandscapeFigure.class, LandscapeFigure.of("a", new LossLandscape(line), 1, "a", "b"));
    Stream.of(Claim.of("a", "a"), new RegularPolygon(4))
        .forEach(value -> given.put(value.getClass(), value));
    given.put(Case.class, Case.of("two-fixed-relus"));
    given.put(Cases.class, Cases.ofBook());
    given.put(Units.class, Units.of(run));
    double[] side = {0, 1};
    given.put(Problem.class, absoluteValue(2, 1));
    given.put(Inputs.class, Inputs.normal(2));
    given.put(Formula.class, Formula.of("x"));
    given.put(FormulaProblem.class, Problems.formula("x", Inputs.normal(2)));
    given.put(GridInputs.class, Inputs.grid(0, 1, 2));
    given.put(Derived.class, absoluteValue(2, 1).noise(1));
    CsvFile file = Problems.csv("a.csv", 2, "0".repeat(64)).inputs("a");
    given.put(CsvFile.class, file);
    given.put(CsvProblem.class, file.targets("b"));
    given.put(Scaling.class, absoluteValue(2, 1).scaling());
    given.put(
        SurfaceTrace.Builder.class,
        SurfaceTrace.builder(side, side, new double[][] {{0, 1}, {1, 2}}));
    given.put(reluctant.nn.Activation.class, RELU);
    given.put(reluctant.train.Loss.class, MSE);
    given.put(Metric.class, MSE);
    given.put(Schedule.class, new ExponentialDecay(0.1, 10, 0.5));
    given.put(Rule.class, rule);
    given.put(Layer.class, new Dense(1));
    given.put(Initializer.class, Given.row(1));
    given.put(Regularizer.class, new L1L2(0.1, 0.1));
    given.put(Constraint.class, Constraint.NONE);
    given.put(Optimizer.class, new Adam(0.01));
    given.put(Callback.class, Callback.NONE);
    given.put(ProgressListener.class, ProgressListener.NONE);
    given.put(Engine.class, Engine.local());
    given.put(SimpleMatrix.class, SimpleMatrix.identity(1));
    given.put(DMatrixRMaj.class, CommonOps_DDRM.identity(1));
    given.put(UniformRandomProvider.class, RandomStream.DATA.of(0));
    given.put(Figure.class, new Figure(trace));
    given.put(Trace.class, trace);
    given.put(Layout.class, Layout.builder().build());
    given.put(Axis.class, Axis.builder().build());
    given.put(Annotation.class, Annotation.builder().build());
    given.put(URI.class, URI.create("https://example.org"));
    given.put(Path.class, Path.of("absent", "file"));
    given.put(String.class, "a");
    given.put(Class.class, Trial.class);
    given.put(JsonNode.class, NullNode.instance);
    given.put(Object.class, 1);
    given.put(Comparable.class, true);
    given.put(List.class, List.of(run));
    given.put(Map.class, Map.of());
    Function<Object, Object> identity = value -> value;
    given.put(Function.class, identity);
    BiFunction<Object, Object, Object> first = (one, other) -> one;
    given.put(BiFunction.class, first);
    Predicate<Object> always = value -> true;
    given.put(Predicate.class, always);
    DoubleUnaryOperator same = value -> value;
    given.put(DoubleUnaryOperator.class, same);
    ToDoubleFunction<Object> half = value -> 0.5;
    given.put(ToDoubleFunction.class, half);
  }

  /** Returns a value of this type, if one can be had. */
  Optional<Object> of(Class<?> type) {
    if (given.containsKey(type)) {
      return Optional.of(given.get(type));
    }
    if (type.isEnum()) {
      return Optional.of(type.getEnumConstants()[0]);
    }
    if (type.isPrimitive()) {
      return Optional.of(
          type == double.class
              ? (Object) 0.5
              : type == boolean.class ? true : type == long.class ? (Object) 2L : 2);
    }
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), 1);
      of(type.getComponentType()).ifPresent(value -> Array.set(array, 0, value));
      return Optional.of(array);
    }
    Optional<Object> made = makers(type).flatMap(maker -> made(maker).stream()).findFirst();
    made.ifPresent(value -> given.put(type, value));
    return made;
  }

  private static Stream<Executable> makers(Class<?> type) {
    var makers = new ArrayList<Executable>(List.of(type.getConstructors()));
    Stream.of(type.getMethods())
        .filter(
            method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
        .forEach(makers::add);
    return makers.stream().sorted(Comparator.comparingInt(Executable::getParameterCount));
  }

  private Optional<Object> made(Executable maker) {
    return arguments(maker)
        .flatMap(
            arguments -> {
              try {
                return Optional.ofNullable(call(maker, null, arguments));
              } catch (ReflectiveOperationException refused) {
                return Optional.empty();
              }
            });
  }

  /** Returns arguments for a call, if each can be had. */
  Optional<Object[]> arguments(Executable call) {
    List<Optional<Object>> values = Stream.of(call.getParameters()).map(this::of).toList();
    return values.stream().allMatch(Optional::isPresent)
        ? Optional.of(values.stream().map(Optional::orElseThrow).toArray())
        : Optional.empty();
  }

  /** Returns a value for this parameter; a list holds one element of its own type. */
  private Optional<Object> of(Parameter parameter) {
    if (parameter.getType() == List.class
        && parameter.getParameterizedType() instanceof ParameterizedType list
        && raw(list.getActualTypeArguments()[0]) instanceof Class<?> element) {
      return of(element).map(List::of);
    }
    return of(parameter.getType());
  }

  private static Type raw(Type type) {
    return type instanceof ParameterizedType generic ? generic.getRawType() : type;
  }

  static @Nullable Object call(Executable call, @Nullable Object receiver, Object[] arguments)
      throws ReflectiveOperationException {
    return call instanceof Constructor<?> maker
        ? maker.newInstance(arguments)
        : ((Method) call).invoke(receiver, arguments);
  }
}
