package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reluctant.claim.Claim;
import reluctant.sweep.Rate;

class ClaimsTest {
  private static final Claim HALF =
      Claim.of("abs.half-the-time", "It works in half of the runs.")
          .thread("https://example.org/questions/1")
          .measured("both halves in", new Rate(560, 2000))
          .expected(false)
          .verdict(false);
  private static final Claim BARE =
      Claim.of("zero", "It is zero.").measured("exactly 0").trueOnlyWhen("it rains", true, false);

  @TempDir private Path folder;

  /** Stores a notebook whose cells hold these claims, between outputs of other kinds. */
  private void store(String name, Claim... claims) throws IOException {
    var cells = new ArrayList<Object>();
    cells.add(Map.of("cell_type", "markdown", "source", "# Prose"));
    cells.add(Map.of("outputs", List.of(Map.of("output_type", "stream", "text", "1"))));
    for (Claim claim : claims) {
      cells.add(Map.of("outputs", List.of(Map.of("data", ClaimCard.shown(claim).data()))));
    }
    Files.writeString(
        folder.resolve(name), new ObjectMapper().writeValueAsString(Map.of("cells", cells)));
  }

  private static String html(Claims claims) {
    return String.valueOf(ClaimsTable.shown(claims).data().get(Shown.HTML));
  }

  @Test
  void claimsAreReadAsTheyWereStoredInReadingOrder() throws IOException {
    store("09-last.ipynb", BARE);
    store("04-first.ipynb", HALF, BARE);
    store("notes.ipynb", HALF);
    store("04-first-checkpoint.txt", HALF);
    List<Claims.Settled> settled = Claims.in(folder).settled();
    assertThat(settled)
        .extracting(Claims.Settled::chapter)
        .containsExactly("04-first.ipynb", "04-first.ipynb", "09-last.ipynb");
    assertThat(settled)
        .extracting(Claims.Settled::id)
        .containsExactly("abs.half-the-time", "zero", "zero");
    assertThat(settled.get(1).verdict()).hasToString("true only when it rains");
  }

  @Test
  void eachRowLeadsToItsChapter() throws IOException {
    store("04-first.ipynb", HALF);
    Claims claims = Claims.in(folder);
    assertThat(html(claims))
        .contains("<a href=\"04-first.ipynb#abs.half-the-time\">abs.half-the-time</a>")
        .contains("It works in half of the runs.")
        .contains("✘ false")
        .contains("both halves in 28.0 % [26.1, 30.0]");
    assertThat(claims).hasToString("abs.half-the-time: false (both halves in 28.0 % [26.1, 30.0])");
  }

  @Test
  void hostileTextStaysText() throws IOException {
    String hostile = "</td><script>alert('1')</script>\" onclick=\"x";
    store("04-first.ipynb", Claim.of("a", hostile).measured(hostile).verdict(true));
    assertThat(html(Claims.in(folder)))
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onclick=&quot;x")
        .doesNotContain("<script", "\" onclick");
  }

  @Test
  void whereThereAreNoneOneSentenceSaysSo() throws IOException {
    String none = "No chapter has settled a claim yet: run ./workbook bake.";
    for (Path where : List.of(folder, folder.resolve("absent"))) {
      Claims claims = Claims.in(where);
      assertThat(claims.settled()).isEmpty();
      assertThat(claims).hasToString(none);
      assertThat(html(claims)).isEqualTo("<p>" + none + "</p>");
    }
  }

  @Test
  void aChapterThatIsNoNotebookIsNamed() throws IOException {
    Files.writeString(folder.resolve("03-broken.ipynb"), "{\"cells\": [");
    assertThatThrownBy(() -> Claims.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "03-broken.ipynb must be a notebook with whole claims: restore it, as with `git"
                + " checkout`. Received: ");
  }

  @Test
  void aDamagedClaimIsNamed() throws IOException {
    store("04-first.ipynb", HALF);
    Path file = folder.resolve("04-first.ipynb");
    Files.writeString(file, Files.readString(file).replace("\"false\"", "\"perhaps\""));
    assertThatThrownBy(() -> Claims.in(folder))
        .hasMessageContaining("04-first.ipynb must be a notebook with whole claims")
        .hasMessageContaining("perhaps");
  }
}
