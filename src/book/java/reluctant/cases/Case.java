package reluctant.cases;

import static reluctant.Text.format;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.sweep.Quantile;
import reluctant.sweep.Rate;

/**
 * A question that somebody asked in public, in our words, with what was reported. A chapter shows
 * it, trains what it says and puts the numbers beside each other:
 *
 * <pre>{@code
 * var fixed = Case.of("two-fixed-relus");
 * fixed.beside("all four corners are right", rate)
 * }</pre>
 *
 * @param id names the case everywhere: lower case words joined by hyphens
 * @param chapter the two digits of the chapter that has its section
 * @param title a few words
 * @param address where it was asked, starting with {@code https://}
 * @param at the place in words, such as "Cross Validated 129472, 2014"
 * @param asks the question in our words
 * @param setup what is trained, as the place tells it
 * @param untold what it does not tell, or what is known from elsewhere; blank if all is told
 * @param symptoms what a reader with the same trouble sees, such as "works sometimes"; at least one
 * @param cause what it comes from, as the section shows, in one sentence
 * @param reported the numbers that were published
 * @param statements what was said of it, with the cards that judge it
 * @param unsettled why no chapter has its section, or blank
 */
public record Case(
    String id,
    String chapter,
    String title,
    URI address,
    String at,
    String asks,
    String setup,
    String untold,
    List<String> symptoms,
    String cause,
    List<Reported> reported,
    List<Statement> statements,
    String unsettled) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern CHAPTER = Pattern.compile("\\d\\d");

  public Case {
    Require.present("id", id);
    Require.present("chapter", chapter);
    Require.present("title", title);
    Require.present("address", address);
    Require.present("at", at);
    Require.present("asks", asks);
    Require.present("setup", setup);
    Require.present("untold", untold);
    symptoms = List.copyOf(Require.each("symptoms", symptoms));
    Require.present("cause", cause);
    reported = List.copyOf(Require.each("reported", reported));
    statements = List.copyOf(Require.each("statements", statements));
    Require.present("unsettled", unsettled);
    if (!ID.matcher(id).matches()) {
      throw Require.refusal("id must be lower case words joined by hyphens. Received: " + id);
    }
    if (!CHAPTER.matcher(chapter).matches()) {
      throw Require.refusal("chapter must be two digits, such as 13. Received: " + chapter);
    }
    if (!("https".equals(address.getScheme()) && address.getHost() != null)) {
      throw Require.refusal("address must start with https://. Received: " + address);
    }
    Stream.concat(Stream.of(title, at, asks, setup, cause), symptoms.stream()).forEach(Case::told);
    if (symptoms.isEmpty()) {
      throw Require.refusal("symptoms must hold what a reader sees, at least one. Received: none");
    }
    apart(reported);
  }

  private static void told(String text) {
    if (text.isBlank()) {
      throw Require.refusal(
          "title, at, asks, setup, cause and each symptom must say something. Received: a blank"
              + " text");
    }
  }

  private static void apart(List<Reported> reported) {
    List<String> names = reported.stream().map(Reported::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw Require.refusal("reported numbers must have names of their own. Received: " + names);
    }
  }

  /**
   * The case of an id.
   *
   * @param id such as "two-fixed-relus"
   * @throws IllegalArgumentException if there is none
   */
  public static Case of(String id) {
    return Cases.ofBook().named(id);
  }

  /**
   * Ours beside a number that was published.
   *
   * @param name the number's name in the file
   * @param rate what was counted here
   */
  public Replication beside(String name, Rate rate) {
    Require.present("rate", rate);
    return Replication.of(id, number(name), rate);
  }

  /**
   * Ours beside a number that was published.
   *
   * @param name the number's name in the file
   * @param quantile what was measured here, such as the median of the epochs
   */
  public Replication beside(String name, Quantile quantile) {
    Require.present("quantile", quantile);
    return Replication.of(id, number(name), quantile);
  }

  /**
   * Ours beside a number that was published, where ours is a number with bounds of its own, such as
   * a closed form that holds to so many digits.
   *
   * @param name the number's name in the file
   * @param low the lowest that ours may be, finite
   * @param high the highest
   */
  public Replication beside(String name, double low, double high) {
    return Replication.of(id, number(name), low, high);
  }

  private Reported number(String name) {
    Require.present("name", name);
    return reported.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Require.refusal(
                    format(
                        "name must be that of a number that %s reports, one of %s. Received: %s",
                        id, reported.stream().map(Reported::name).toList(), name)));
  }

  /** Returns the case in some lines: the title, the question, its address, what was reported. */
  @Override
  public String toString() {
    return Stream.of(
            title + " (" + id + ")",
            asks + " (" + at + ": " + address + ")",
            "Set-up: " + setup,
            untold.isBlank() ? "" : "Not told there: " + untold,
            reported.isEmpty() ? "" : "Reported: " + reportedTexts())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String reportedTexts() {
    return reported.stream().map(Reported::toString).collect(Collectors.joining("; "));
  }
}
