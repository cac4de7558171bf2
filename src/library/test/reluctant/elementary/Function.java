package reluctant.elementary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An elementary function beside the exact one.
 *
 * @param exact the function in decimals
 * @param bound the largest error in ulp
 * @param ranges pairs of ends, between which arguments are drawn
 * @param seams where its method changes
 * @param rising from where to where it rises
 */
@SuppressWarnings("ArrayRecordComponent") // Handed around, never compared.
record Function(
    String name,
    DoubleUnaryOperator ours,
    UnaryOperator<BigDecimal> exact,
    double bound,
    List<Range> ranges,
    double[] seams,
    Range rising) {

  /** Arguments from one end to another, or those of all sizes between. */
  record Range(double from, double to, boolean ofAllSizes) {

    double draw(SplittableRandom random) {
      double share = random.nextDouble();
      if (!ofAllSizes) {
        return from + share * (to - from);
      }
      int exponent = random.nextInt(Math.getExponent(from), Math.getExponent(to) + 1);
      double size = Math.max(from, Math.min(to, Math.scalb(1 + share, exponent)));
      return random.nextBoolean() ? size : -size;
    }

    boolean contains(double x) {
      return x >= from && x <= to;
    }
  }

  static Range uniform(double from, double to) {
    return new Range(from, to, false);
  }

  static Range ofAllSizes(double from, double to) {
    return new Range(from, to, true);
  }

  static final List<Function> ALL =
      List.of(
          new Function(
              "exp",
              Elementary::exp,
              Decimals::exp,
              1,
              List.of(uniform(-745, 709.7), uniform(-1, 1), ofAllSizes(1e-20, 700)),
              halfwayBetweenPowers(-1075, 1023),
              uniform(-746, 710)),
          new Function(
              "expm1",
              Elementary::expm1,
              Decimals::expm1,
              2,
              List.of(uniform(-40, 709.7), uniform(-1.1, 1.1), ofAllSizes(1e-320, 36)),
              with(halfwayBetweenPowers(-58, 1023), -0x1p-54, 0x1p-54),
              uniform(-746, 710)),
          new Function(
              "log",
              Elementary::log,
              Decimals::log,
              1,
              List.of(
                  uniform(1e-300, 1e300), uniform(0.5, 2), uniform(0, 1e-300), uniform(0, 1e-310)),
              with(rootsOfPowers(-1073, 1023), Double.MIN_NORMAL, 1),
              uniform(0, Double.MAX_VALUE)),
          new Function(
              "log1p",
              Elementary::log1p,
              Decimals::log1p,
              2,
              List.of(uniform(-1, 1), uniform(0, 10), uniform(0, 1e300), ofAllSizes(1e-320, 0.9)),
              with(oneLess(rootsOfPowers(-50, 1023)), -0x1p-54, 0x1p-54, 0x1p60, 0),
              uniform(-1, Double.MAX_VALUE)),
          new Function(
              "tanh",
              Elementary::tanh,
              Decimals::tanh,
              2,
              List.of(uniform(-20, 20), uniform(-1.5, 1.5), ofAllSizes(1e-320, 20)),
              both(with(half(halfwayBetweenPowers(1, 64)), 0.55)),
              uniform(-30, 30)),
          new Function(
              "sigmoid",
              Elementary::sigmoid,
              Decimals::sigmoid,
              2,
              List.of(uniform(-745, 45), uniform(-3, 3), ofAllSizes(1e-20, 36)),
              with(both(halfwayBetweenPowers(1, 1075)), -1.1, 1.1),
              uniform(-746, 746)),
          new Function(
              "softplus",
              Elementary::softplus,
              Decimals::softplus,
              2,
              List.of(uniform(-745, 100), uniform(-3, 3), ofAllSizes(1e-20, 36)),
              with(halfwayBetweenPowers(-1075, 60), 40),
              uniform(-746, 710)),
          new Function(
              "erf",
              Elementary::erf,
              Decimals::erf,
              2,
              List.of(uniform(-6, 6), uniform(0.5, 1.2), ofAllSizes(1e-300, 5)),
              both(with(roots(halfwayBetweenPowers(0, 51)), 0.7, 6)),
              uniform(-7, 7)),
          new Function(
              "sin",
              Elementary::sin,
              Decimals::sin,
              2,
              List.of(uniform(-0x1p20, 0x1p20), uniform(-4, 4), ofAllSizes(1e-320, 1e308)),
              both(0x1p-27, 0.785, Math.PI / 4, 0x1p20),
              uniform(-1.57, 1.57)),
          new Function(
              "cos",
              Elementary::cos,
              Decimals::cos,
              2,
              List.of(uniform(-0x1p20, 0x1p20), uniform(-4, 4), ofAllSizes(1e-320, 1e308)),
              both(0.785, Math.PI / 4, 3 * Math.PI / 4, 0x1p20),
              uniform(-3.14, 0)),
          new Function(
              "tan",
              Elementary::tan,
              Decimals::tan,
              2,
              List.of(uniform(-0x1p20, 0x1p20), uniform(-4, 4), ofAllSizes(1e-320, 1e308)),
              both(0x1p-27, 0.785, Math.PI / 4, 0x1p20),
              uniform(-1.57, 1.57)),
          new Function(
              "atan",
              t -> Elementary.atan2(t, 1),
              Decimals::atan,
              2,
              List.of(uniform(-4, 4), uniform(-0.3, 0.3), ofAllSizes(1e-320, 1e308)),
              both(0x1p-60, 0.25, 1, 4, 0x1p60),
              uniform(-1e300, 1e300)),
          new Function(
              "square root of a power",
              x -> Elementary.pow(x, 1.5),
              x -> Decimals.pow(x, BigDecimal.valueOf(1.5)),
              2,
              List.of(uniform(0, 10), uniform(0.5, 2), uniform(0, 1e200)),
              rootsOfPowers(-700, 680),
              uniform(0, 1e200)),
          new Function(
              "power of ten",
              y -> Elementary.pow(10, y),
              y -> Decimals.pow(BigDecimal.TEN, y),
              2,
              List.of(uniform(-323, 308), uniform(-1, 1), ofAllSizes(1e-20, 300)),
              new double[] {0.5},
              uniform(-330, 310)),
          new Function(
              "diagonal",
              x -> Elementary.hypot(x, 3),
              x -> x.pow(2).add(BigDecimal.valueOf(9)).sqrt(new MathContext(50)),
              2,
              List.of(uniform(0, 10), ofAllSizes(1e-20, 1e300)),
              new double[] {3, 0x1p400},
              uniform(0, 1e300)));

  /** Arguments of exp at which another power of two is taken out. */
  private static double[] halfwayBetweenPowers(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToDouble(k -> (k + 0.5) * StrictMath.log(2))
        .toArray();
  }

  private static double[] rootsOfPowers(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToDouble(k -> Math.scalb(Math.sqrt(0.5), k))
        .toArray();
  }

  private static double[] oneLess(double... some) {
    return DoubleStream.of(some).map(x -> x - 1).toArray();
  }

  private static double[] half(double... some) {
    return DoubleStream.of(some).map(x -> x / 2).toArray();
  }

  private static double[] roots(double... some) {
    return DoubleStream.of(some).map(Math::sqrt).toArray();
  }

  private static double[] both(double... some) {
    return with(some, DoubleStream.of(some).map(x -> -x).toArray());
  }

  private static double[] with(double[] some, double... more) {
    return DoubleStream.concat(DoubleStream.of(some), DoubleStream.of(more)).toArray();
  }

  static Stream<Function> all() {
    return ALL.stream();
  }

  /** Draws an argument. */
  double draw(SplittableRandom random) {
    return ranges.get(random.nextInt(ranges.size())).draw(random);
  }

  /** Returns how many ulp off the result is. */
  double error(double x) {
    BigDecimal value = exact.apply(new BigDecimal(x));
    double nearest = value.doubleValue();
    boolean beyond = new BigDecimal(nearest).abs().compareTo(value.abs()) > 0;
    double ulp = Math.ulp(beyond ? Math.nextDown(Math.abs(nearest)) : nearest);
    return new BigDecimal(ours.applyAsDouble(x)).subtract(value).abs().doubleValue() / ulp;
  }

  @Override
  public String toString() {
    return name;
  }
}
