package reluctant.page;

/** What a page is told: a text in the library's words, and numbers to draw. */
final class Answer {

  static final Answer NOTHING = of("");

  private final String text;
  private final double[] numbers;
  private final boolean isRefused;

  private Answer(String text, double[] numbers, boolean isRefused) {
    this.text = text;
    this.numbers = numbers;
    this.isRefused = isRefused;
  }

  static Answer of(String text, double... numbers) {
    return new Answer(text, numbers, false);
  }

  static Answer refused(String why) {
    return new Answer(why, new double[0], true);
  }

  String text() {
    return text;
  }

  /** Returns how many numbers there are. */
  int numbers() {
    return numbers.length;
  }

  /** Returns a number, by its place from 0. */
  double number(int place) {
    return numbers[place];
  }

  /** Says whether the text is why there is no answer. */
  boolean isRefused() {
    return isRefused;
  }
}
