package reluctant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.diagnose.OutputRange;
import reluctant.diagnose.Silence;
import reluctant.nn.Relu;
import reluctant.optimizers.AdamRate;
import reluctant.sweep.Interval;
import reluctant.sweep.Quantile;
import reluctant.train.Epoch;
import reluctant.train.Progress;

/**
 * Each public method and constructor is given what is empty, of another shape or no number. It
 * takes it, or says in a sentence what it has received: no error comes from behind the door.
 */
class OddArgumentsTest {

  /**
   * Results, which are not finite where a training diverged, ends that may be infinite, and who
   * says what NaN is to it.
   */
  private static final Set<Class<?>> TAKE_ANY_NUMBER =
      Set.of(
          AdamRate.class,
          Epoch.class,
          Progress.class,
          Silence.class,
          Interval.class,
          OutputRange.class,
          Quantile.class,
          Relu.class);

  private final SampleArguments samples = new SampleArguments();
  private final OddArguments odd = new OddArguments();

  @Test
  void eachPublicMethodTakesOrRefusesInASentence() {
    List<String> faults = PublicDoors.all().flatMap(this::faults).toList();
    assertThat(faults).isEmpty();
  }

  private Stream<String> faults(Executable call) {
    Class<?>[] types = call.getParameterTypes();
    return IntStream.range(0, types.length)
        .boxed()
        .flatMap(i -> odd.of(types[i]).map(value -> fault(call, i, value)))
        .flatMap(Stream::ofNullable);
  }

  private @Nullable String fault(Executable call, int place, Object value) {
    boolean isStatic = call instanceof Constructor<?> || Modifier.isStatic(call.getModifiers());
    Object receiver = isStatic ? null : samples.of(call.getDeclaringClass()).orElse(null);
    Object[] arguments = samples.arguments(call).orElse(null);
    String name = call.getParameters()[place].getName();
    String told = call.toGenericString() + ", " + name + " = " + OddArguments.shown(value);
    if (arguments == null || (!isStatic && receiver == null)) {
      return "no sample for " + told;
    }
    arguments[place] = value;
    try {
      SampleArguments.call(call, receiver, arguments);
      return isNoNumber(value) && !TAKE_ANY_NUMBER.contains(call.getDeclaringClass())
          ? told + " is taken"
          : null;
    } catch (InvocationTargetException refused) {
      return isSentence(refused.getCause()) ? null : told + ": " + refused.getCause();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return told + ": " + e;
    }
  }

  private static boolean isNoNumber(Object value) {
    return value instanceof Double number && !Double.isFinite(number);
  }

  /**
   * An IllegalStateException refuses what a method is called on, not its argument; an
   * UncheckedIOException is about the disk.
   */
  private static boolean isSentence(@Nullable Throwable told) {
    if (told instanceof UncheckedIOException) {
      return true;
    }
    boolean refuses =
        told instanceof IllegalArgumentException || told instanceof IllegalStateException;
    return told != null
        && refuses
        && ("" + told.getMessage()).matches("[^\n]+\\. (Received: |Not understood is )[^\n]*");
  }

  /** The test would see an error from behind a door, a number that is none, and half a sentence. */
  @Test
  void faultsAreFound() throws ReflectiveOperationException {
    Executable careless = Careless.class.getConstructor(double.class, double[].class);
    assertThat(faults(careless))
        .hasSize(5)
        .anyMatch(
            fault -> fault.endsWith("arg0 = NaN is taken") || fault.endsWith("size = NaN is taken"))
        .anyMatch(fault -> fault.contains("ArrayIndexOutOfBoundsException"))
        .anyMatch(fault -> fault.contains("IllegalArgumentException: too long"));
    assertThat(faults(Dataset.class.getConstructors()[0])).isEmpty();
  }

  /** A door as nobody should build it. */
  public static final class Careless {
    /** Takes any size, and fails at no number and at three. */
    public Careless(double size, double[] numbers) {
      if (numbers.length > 2) {
        throw new IllegalArgumentException("too long");
      }
      Arrays.fill(numbers, numbers[0] + size);
    }
  }
}
