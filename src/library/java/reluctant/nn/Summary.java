package reluctant.nn;

import static reluctant.Text.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The table that {@link Sequential#summary} returns. */
final class Summary {

  private static final String LINE = "_".repeat(62) + System.lineSeparator();

  private final Sequential model;
  private final Map<String, Integer> named = new HashMap<>();

  Summary(Sequential model) {
    this.model = model;
  }

  /** Makes a name such as dense, then dense_1. */
  private String name(String type) {
    String parted =
        type.replaceAll("(.)([A-Z][a-z]+)", "$1_$2").replaceAll("([a-z])([A-Z])", "$1_$2");
    String plain = parted.toLowerCase(Locale.ROOT);
    int before = named.merge(plain, 1, Integer::sum) - 1;
    return before == 0 ? plain : plain + "_" + before;
  }

  @Override
  public String toString() {
    var text = new StringBuilder("Model: \"sequential\"" + System.lineSeparator()).append(LINE);
    text.append(row("Layer (type)", "Output Shape", "Param #")).append(LINE);
    for (int i = 0; i < model.layers().size(); i++) {
      Layer layer = model.layers().get(i);
      String type = layer.getClass().getSimpleName();
      long count = layer.variables(model.inputsOf(i)).stream().mapToLong(Variable::size).sum();
      String shape = "(None, " + model.inputsOf(i + 1) + ")";
      text.append(row(name(type) + " (" + type + ")", shape, grouped(count)));
    }
    long all = model.parameterCount();
    long trained =
        model.variables().stream().filter(Variable::trainable).mapToLong(Variable::size).sum();
    text.append(LINE).append(total("Total", all));
    if (trained < all) {
      text.append(System.lineSeparator()).append(total("Trainable", trained));
      text.append(System.lineSeparator()).append(total("Non-trainable", all - trained));
    }
    return text.toString();
  }

  private static String total(String which, long count) {
    return format("%s params: %,d (%,d bytes)", which, count, count * Double.BYTES);
  }

  private static String row(String layer, String shape, String parameters) {
    return format("%-30s %-20s %10s%n", layer, shape, parameters);
  }

  private static String grouped(long number) {
    return format("%,d", number);
  }
}
