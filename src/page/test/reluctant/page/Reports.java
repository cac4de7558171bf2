package reluctant.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * What the JVM answers to the questions that a page is asked: one question a line comes in, an
 * answer a line goes out, each with its line breaks written as \n. Runs in a JVM of its own.
 */
public final class Reports {

  private Reports() {}

  /** Answers all of the standard input. */
  public static void main(String[] arguments) throws IOException {
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var desk = new Desk();
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String text = desk.answer(line.replace("\\n", "\n")).text();
      System.out.println(text.replace("\n", "\\n"));
    }
  }
}
