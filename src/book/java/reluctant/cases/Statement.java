package reluctant.cases;

import java.util.List;
import reluctant.Require;

/**
 * A sentence of a case's thread that says something about the world.
 *
 * @param says what it says, in our words
 * @param speaker who says it, such as "asker"
 * @param post where, such as "answer"
 * @param cards the ids of the claims that judge it
 * @param reason why none does, or blank
 */
public record Statement(
    String says, String speaker, String post, List<String> cards, String reason) {

  public Statement {
    Require.present("says", says);
    Require.present("speaker", speaker);
    Require.present("post", post);
    cards = List.copyOf(Require.each("cards", cards));
    Require.present("reason", reason);
    for (String text : List.of(says, speaker, post)) {
      if (text.isBlank()) {
        throw Require.refusal(
            "says, speaker and post must each say something. Received: a blank text");
      }
    }
    if (cards.isEmpty() && reason.isBlank()) {
      throw Require.refusal(
          "a sentence must have cards, or the reason why it has none. Received: neither");
    }
  }
}
