package reluctant.page;

import org.teavm.interop.Export;

/**
 * The border between a page and the library, which only numbers cross: a question goes in and its
 * answer comes out one character at a time. One page at a time, as each module is one.
 */
public final class Page {

  private static final Desk DESK = new Desk();
  private static final StringBuilder QUESTION = new StringBuilder();
  private static Answer answer = Answer.NOTHING;

  private Page() {}

  /**
   * Does nothing, since a page calls what is exported; the compiler begins here.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {}

  /** Adds a character to the question. */
  @Export(name = "put")
  static void put(int character) {
    QUESTION.append((char) character);
  }

  /** Answers the question that was put, and returns 1 where the library refuses it, else 0. */
  @Export(name = "ask")
  static int ask() {
    String question = QUESTION.toString();
    QUESTION.setLength(0);
    answer = DESK.answer(question);
    return answer.isRefused() ? 1 : 0;
  }

  /** Returns how many characters the answer has. */
  @Export(name = "characters")
  static int characters() {
    return answer.text().length();
  }

  /** Returns a character of the answer, by its place from 0. */
  @Export(name = "character")
  static int character(int place) {
    return answer.text().charAt(place);
  }

  /** Returns how many numbers the answer has. */
  @Export(name = "numbers")
  static int numbers() {
    return answer.numbers();
  }

  /** Returns a number of the answer, by its place from 0. */
  @Export(name = "number")
  static double number(int place) {
    return answer.number(place);
  }
}
