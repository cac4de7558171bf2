package reluctant.line;

import static reluctant.Text.format;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/** What stands in the brackets of a call in a {@link LineParser}. */
final class Arguments {

  /** A number as it is written: what it is, the call decides. */
  record Numeral(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** What a mistyped size must not exceed, since it would fill the memory. */
  private static final int MOST_SAMPLES = 1 << 22;

  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final Pattern NOTHING = Pattern.compile("-?[0.]+([eE].*)?");

  private final Vocabulary words;

  /** How many samples the datasets of the line hold so far. */
  private long samples;

  Arguments(Vocabulary words) {
    this.words = words;
  }

  /**
   * Makes the call whose parameters fit.
   *
   * @param word what is called, for messages
   * @param calls the calls of this name
   * @param receiver what a method is called on, else null
   * @param given the arguments in order
   * @throws IllegalArgumentException if none fits, or the library refuses the arguments
   */
  Object call(String word, List<Executable> calls, @Nullable Object receiver, List<Object> given) {
    for (Executable call : calls) {
      Object[] fitting = fitting(call, given);
      if (fitting != null) {
        return call(call, receiver, fitting);
      }
    }
    throw Require.refusal(format("%s takes %s, not (%s)", word, signatures(calls), join(given)));
  }

  private Object call(Executable call, @Nullable Object receiver, Object[] arguments) {
    if (call instanceof Method method && words.isFilled(method.getReturnType())) {
      Arrays.stream(arguments).forEach(this::checkSize);
    }
    try {
      return call instanceof Method method
          ? Objects.requireNonNull(method.invoke(receiver, arguments), method.getName())
          : ((java.lang.reflect.Constructor<?>) call).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getTargetException() instanceof Error error) {
        throw error; // Too little memory says nothing of the line.
      }
      throw Require.refusal(String.valueOf(e.getTargetException().getMessage()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void checkSize(Object argument) {
    samples += words.size(argument);
    if (samples > MOST_SAMPLES) {
      throw Require.refusal(
          "samples must be at most " + MOST_SAMPLES + " in a line. Received: " + samples);
    }
  }

  /** Returns the arguments as a call takes them, or null if it takes others. */
  private static Object @Nullable [] fitting(Executable call, List<Object> given) {
    Class<?>[] types = call.getParameterTypes();
    int fixed = call.isVarArgs() ? types.length - 1 : types.length;
    if (given.size() < fixed || (given.size() > fixed && !call.isVarArgs())) {
      return null;
    }
    var arguments = new Object[types.length];
    for (int i = 0; i < fixed; i++) {
      Object argument = as(types[i], given.get(i));
      if (argument == null) {
        return null;
      }
      arguments[i] = argument;
    }
    if (call.isVarArgs()) {
      Object rest = array(types[fixed].getComponentType(), given.subList(fixed, given.size()));
      if (rest == null) {
        return null;
      }
      arguments[fixed] = rest;
    }
    return arguments;
  }

  private static @Nullable Object array(Class<?> type, List<Object> given) {
    Object array = Array.newInstance(type, given.size());
    for (int i = 0; i < given.size(); i++) {
      Object element = as(type, given.get(i));
      if (element == null) {
        return null;
      }
      Array.set(array, i, element);
    }
    return array;
  }

  /** Returns an argument as a parameter's type has it, or null if it is none of it. */
  private static @Nullable Object as(Class<?> type, Object given) {
    if (given instanceof Numeral numeral) {
      return number(type, numeral.text());
    }
    if (type == double.class || type == boolean.class) {
      return given.getClass() == (type == double.class ? Double.class : Boolean.class)
          ? given
          : null;
    }
    return type.isInstance(given) ? given : null;
  }

  /** Returns the number that Java makes of a literal, or null if that is of another type. */
  static @Nullable Number number(Class<?> type, String text) {
    try {
      if (text.endsWith("L")) {
        return type == long.class ? Long.valueOf(text.substring(0, text.length() - 1)) : null;
      }
      if (WHOLE.matcher(text).matches()) {
        return widened(type, Integer.parseInt(text));
      }
    } catch (NumberFormatException e) {
      return null; // Beyond the range of its type.
    }
    double value = Double.parseDouble(text);
    boolean isThere = Double.isFinite(value) && (value != 0 || NOTHING.matcher(text).matches());
    return type == double.class && isThere ? value : null;
  }

  private static @Nullable Number widened(Class<?> type, int value) {
    if (type == int.class) {
      return value;
    }
    if (type == long.class) {
      return (long) value;
    }
    return type == double.class ? (double) value : null;
  }

  private static String signatures(List<Executable> calls) {
    return calls.stream()
        .map(
            call ->
                Arrays.stream(call.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(" or "));
  }

  private static String join(List<Object> given) {
    return given.stream().map(Arguments::shown).collect(Collectors.joining(", "));
  }

  private static String shown(Object one) {
    return one instanceof double[][]
        ? "double[][]"
        : one instanceof String ? "\"" + one + "\"" : String.valueOf(one);
  }
}
