package reluctant.sweep;

import static reluctant.Text.format;

import java.util.Map;
import java.util.function.Function;
import reluctant.Require;
import reluctant.json.LineWriter;

/** Outcomes as the texts that stand for them in a file. */
public final class OutcomeName {

  private static final Map<Class<?>, Function<String, Object>> READERS =
      Map.of(
          String.class, text -> text,
          Integer.class, Integer::valueOf,
          Long.class, Long::valueOf,
          Double.class, Double::valueOf,
          Boolean.class, OutcomeName::flag);

  private OutcomeName() {}

  /**
   * Says whether an outcome has such a text.
   *
   * @param outcome any outcome
   */
  public static boolean isOf(Object outcome) {
    return outcome instanceof Enum<?>
        || READERS.containsKey(Require.present("outcome", outcome).getClass());
  }

  /**
   * Returns the text of an outcome.
   *
   * @param outcome an enum, a string, a boolean, an int, a long or a double
   * @throws IllegalArgumentException if it could not be read back
   */
  public static String of(Object outcome) {
    Require.present("outcome", outcome);
    if (outcome instanceof Enum<?> constant) {
      return constant.name();
    }
    if (outcome instanceof Double number) {
      return LineWriter.onEachJdk(number.toString());
    }
    if (READERS.containsKey(outcome.getClass())) {
      return outcome.toString();
    }
    throw Require.refusal(
        format(
            "outcomes must be enums, strings, booleans, ints, longs or doubles to go to a file,"
                + " return toString() of others. Received: %s, a %s",
            outcome, outcome.getClass().getSimpleName()));
  }

  /**
   * Returns the outcome of a text.
   *
   * @param <O> the type of an outcome
   * @param text what {@link #of} gave
   * @param example any outcome of the same type
   * @throws IllegalArgumentException if there is none of that type
   */
  @SuppressWarnings("unchecked") // It is made of the example's class.
  public static <O> O read(String text, O example) {
    Require.present("text", text);
    Require.present("example", example);
    Function<String, Object> reader =
        example instanceof Enum<?> constant
            ? name -> Enum.valueOf(constant.getDeclaringClass(), name)
            : reader(example);
    try {
      return (O) reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw Require.refusal(
          format("text must be an outcome such as %s. Received: %s", of(example), text), e);
    }
  }

  private static Function<String, Object> reader(Object example) {
    Function<String, Object> reader = READERS.get(example.getClass());
    if (reader == null) {
      throw Require.refusal(of(example));
    }
    return reader;
  }

  private static Object flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw Require.refusal(text);
    }
    return text.equals("true");
  }
}
