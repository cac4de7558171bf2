package reluctant;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.History;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Values that a door may not expect: none, too many, of another shape, no number. */
final class OddArguments {

  private static final double NAN = Double.NaN;

  /** From 3 inputs to 2 outputs, where all samples are from 1 to 1. */
  private static final Run OTHER = other();

  /** What gives nothing. It may be called with anything. */
  private static final Map<Class<?>, Object> EMPTY_FUNCTIONS =
      Map.of(
          Function.class,
          (Function<Object, @Nullable Object>) value -> null,
          BiFunction.class,
          (BiFunction<Object, Object, @Nullable Object>) (one, two) -> null,
          DoubleUnaryOperator.class,
          (DoubleUnaryOperator) value -> NAN,
          ToDoubleFunction.class,
          (ToDoubleFunction<Object>) value -> NAN);

  private final Map<Class<?>, List<Object>> odd = new HashMap<>();

  OddArguments() {
    odd.put(int.class, List.copyOf(IntStream.of(-1, Integer.MIN_VALUE, 0, 7).boxed().toList()));
    odd.put(long.class, List.copyOf(LongStream.of(-1, Long.MIN_VALUE, 0).boxed().toList()));
    odd.put(
        double.class,
        List.copyOf(
            DoubleStream.of(NAN, 1 / 0.0, -1 / 0.0, -1, 0, Double.MAX_VALUE).boxed().toList()));
    odd.put(double[].class, List.of(new double[0], new double[] {NAN}, new double[] {1, 2, 3}));
    odd.put(
        double[][].class,
        List.of(
            new double[0][],
            new double[1][],
            new double[1][0],
            new double[][] {{1}, {1, 2}},
            new double[][] {{NAN}}));
    odd.put(String.class, List.of(""));
    for (SimpleMatrix matrix :
        List.of(new SimpleMatrix(0, 0), new SimpleMatrix(2, 3), SimpleMatrix.filled(1, 1, NAN))) {
      odd.computeIfAbsent(SimpleMatrix.class, type -> new ArrayList<>()).add(matrix);
      odd.computeIfAbsent(DMatrixRMaj.class, type -> new ArrayList<>()).add(matrix.getDDRM());
    }
    odd.put(List.class, List.of(List.of(), Arrays.asList((Object) null)));
    odd.put(Map.class, List.of(Map.of(), Collections.singletonMap("a", null)));
    Stream.of(OTHER, OTHER.trial(), OTHER.history(), OTHER.network(), OTHER.network().model())
        .forEach(value -> odd.put(value.getClass(), List.of(value)));
    odd.put(Dataset.class, List.of(OTHER.trial().data()));
    odd.put(Problem.class, List.of(OTHER.trial().data()));
    EMPTY_FUNCTIONS.forEach((type, function) -> odd.put(type, List.of(function)));
  }

  private static Run other() {
    var data = new Dataset("other", new SimpleMatrix(2, 3), new SimpleMatrix(2, 2));
    var fit = new Fit(new Adam(0.01), Loss.MSE, 1, 2);
    return new Trial(Sequential.of(3, new Dense(2)), data, fit, 0).run();
  }

  /** Returns odd values of a type, maybe none. */
  Stream<Object> of(Class<?> type) {
    if (odd.containsKey(type)) {
      return odd.get(type).stream();
    }
    if (type.isArray() && !type.getComponentType().isPrimitive()) {
      Class<?> element = type.getComponentType();
      return Stream.of(Array.newInstance(element, 0), Array.newInstance(element, 1));
    }
    return Stream.of();
  }

  /** Writes a value down, for messages of the tests. */
  static String shown(Object value) {
    return value instanceof Network || value instanceof History
        ? "another " + value.getClass().getSimpleName()
        : value.getClass().isArray() ? Arrays.deepToString(new Object[] {value}) : value.toString();
  }
}
