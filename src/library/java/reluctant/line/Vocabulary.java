package reluctant.line;

import static reluctant.Text.format;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * The words of a line: what may be made, named and changed in it. Only what is listed here is ever
 * called, and all of it makes values. Immutable.
 */
public final class Vocabulary {

  /** Everything that is called, by "new Dense", "Given.row", "xor" or ".noise". */
  private final Map<String, List<Executable>> calls;

  private final Map<String, Object> names;
  private final List<Field> constants;
  private final Set<Class<?>> filled;
  private final Map<Class<?>, ToLongFunction<Object>> sizes;

  private Vocabulary(Builder words) {
    var made = new HashMap<String, List<Executable>>();
    words.calls.forEach(
        (word, some) -> {
          var known =
              some.stream()
                  .filter(call -> words.parts.containsAll(List.of(call.getParameterTypes())))
                  .sorted(Comparator.comparing(Executable::getParameterCount))
                  .toList();
          if (!known.isEmpty()) {
            made.put(word, known);
          }
        });
    calls = Map.copyOf(made);
    names = Map.copyOf(words.names);
    constants = List.copyOf(words.constants);
    filled = Set.copyOf(words.filled);
    sizes = Map.copyOf(words.sizes);
  }

  /** Returns the constant that a name such as RELU stands for, or null. */
  @Nullable Object named(String name) {
    return names.get(name);
  }

  /**
   * Returns the constructors or methods that a word such as "new Dense" may call, fewest parameters
   * first; none if it is unknown.
   */
  public List<Executable> calls(String word) {
    return calls.getOrDefault(word, List.of());
  }

  /** Returns all that the words call and name, for whoever must know it before a line is read. */
  public Stream<Member> members() {
    return Stream.concat(calls.values().stream().flatMap(List::stream), constants.stream());
  }

  /** Says whether values of a type hold as many numbers as they are told when they are made. */
  boolean isFilled(Class<?> type) {
    return filled.contains(type);
  }

  /** Returns how many numbers an argument asks of what is filled with them. */
  long size(Object argument) {
    if (argument instanceof Integer more) {
      return Math.max(0, more);
    }
    return sizes.entrySet().stream()
        .filter(one -> one.getKey().isInstance(argument))
        .mapToLong(one -> one.getValue().applyAsLong(argument))
        .sum();
  }

  /**
   * Returns the value that a line names. The line is only read, never run as Java.
   *
   * @param <T> the type of the value
   * @param type its type
   * @param what it is in a word, for messages
   * @param beginning what its line starts with, for messages
   * @param line what such a value printed
   * @param given further names and what they stand for
   * @return the value
   * @throws IllegalArgumentException if it names none, saying where it stops being understood
   */
  public <T> T parse(
      Class<T> type, String what, String beginning, String line, Map<String, ?> given) {
    return new LineParser(line, what, this, given).parse(type, beginning);
  }

  /** Collects words. A call is kept if all its parameters are numbers or parts. */
  public static final class Builder {
    private final Map<String, Set<Executable>> calls = new HashMap<>();
    private final Map<String, Object> names = new HashMap<>();
    private final List<Field> constants = new ArrayList<>();
    private final Set<Class<?>> filled = new HashSet<>();
    private final Map<Class<?>, ToLongFunction<Object>> sizes = new HashMap<>();
    private final Set<Class<?>> parts =
        new HashSet<>(
            List.of(
                int.class,
                long.class,
                double.class,
                boolean.class,
                double[].class,
                double[][].class));

    /** No words but those of Java. */
    public Builder() {
      names.put("true", true);
      names.put("false", false);
      names.put("Double.POSITIVE_INFINITY", Double.POSITIVE_INFINITY);
    }

    /** Adds the constructors of some types. */
    public Builder makes(Class<?>... types) {
      for (Class<?> type : types) {
        add("new " + type.getSimpleName(), Stream.of(type.getConstructors()));
      }
      return this;
    }

    /** Adds methods that give a changed copy. */
    public Builder changes(Class<?>... types) {
      for (Class<?> type : types) {
        parts.add(type);
        methods(type, false)
            .filter(method -> method.getReturnType() == type)
            .forEach(method -> add("." + method.getName(), Stream.of(method)));
      }
      return this;
    }

    /** Adds methods of a type that give a value of another one, which is made of it. */
    public Builder turns(Class<?> type, Class<?> into) {
      methods(type, false)
          .filter(method -> method.getReturnType() == into)
          .forEach(method -> add("." + method.getName(), Stream.of(method)));
      return this;
    }

    /**
     * Adds public constants, as notebooks import them; those of a nested type are named in full.
     */
    public Builder names(Class<?>... types) {
      for (Class<?> type : types) {
        parts.add(type);
        Class<?> outer = type.getEnclosingClass();
        String prefix =
            outer == null ? "" : format("%s.%s.", outer.getSimpleName(), type.getSimpleName());
        for (Field field : type.getFields()) {
          names.put(prefix + field.getName(), constant(field));
          constants.add(field);
        }
      }
      return this;
    }

    private static Object constant(Field field) {
      try {
        return Objects.requireNonNull(field.get(null), field.getName());
      } catch (IllegalAccessException e) {
        throw Require.refusal("constants must be public. Received: " + field, e);
      }
    }

    /** Adds static methods, all or only some, with what stands before their names. */
    public Builder factories(Class<?> type, String prefix, String... only) {
      methods(type, true)
          .filter(method -> only.length == 0 || List.of(only).contains(method.getName()))
          .forEach(method -> add(prefix + method.getName(), Stream.of(method)));
      return this;
    }

    /**
     * Adds what an argument may be, beside what was named or is changed: classes of values, or
     * arrays of them.
     */
    public Builder parts(Class<?>... types) {
      parts.addAll(List.of(types));
      return this;
    }

    /**
     * Says whose values, such as a dataset's, hold as many numbers as they are told, which a line
     * can't ask for without bound.
     */
    public Builder fills(Class<?> type) {
      filled.add(type);
      return this;
    }

    /** Says how many numbers what is filled draws of an argument of a type. */
    public <T> Builder sized(Class<T> type, ToLongFunction<T> size) {
      sizes.put(type, argument -> size.applyAsLong(type.cast(argument)));
      return this;
    }

    private static Stream<Method> methods(Class<?> type, boolean isStatic) {
      return Arrays.stream(type.getMethods())
          .filter(method -> method.getDeclaringClass() == type)
          .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic);
    }

    private void add(String word, Stream<? extends Executable> some) {
      some.forEach(call -> calls.computeIfAbsent(word, any -> new LinkedHashSet<>()).add(call));
    }

    /** Returns the vocabulary of the words so far. */
    public Vocabulary build() {
      return new Vocabulary(this);
    }
  }
}
