package reluctant.page;

/**
 * What a page is told.
 *
 * @param text in the library's words
 * @param numbers what there is to draw
 * @param isRefused whether the text is why there is no answer
 */
record Answer(String text, double[] numbers, boolean isRefused) {

  static final Answer NOTHING = of("");

  static Answer of(String text, double... numbers) {
    return new Answer(text, numbers, false);
  }

  static Answer refused(String why) {
    return new Answer(why, new double[0], true);
  }
}
