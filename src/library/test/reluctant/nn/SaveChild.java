package reluctant.nn;

import java.nio.file.Path;

/** Saves two networks by turns, or loads one, in a JVM of its own. */
public final class SaveChild {
  private SaveChild() {}

  static Network network(long seed) {
    return Sequential.of(100, new Dense(400, Activation.RELU), new Dense(1)).initialize(seed);
  }

  /** Saves as often as it is told, or loads, the file named next. */
  public static void main(String[] args) {
    try {
      if (args[0].equals("load")) {
        System.out.println(Network.load(Path.of(args[1])));
        return;
      }
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        network(i % 2).save(Path.of(args[1]));
        System.out.println("saved");
      }
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
    }
  }
}
