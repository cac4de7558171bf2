package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import reluctant.cases.Case;
import reluctant.cases.Published;
import reluctant.sweep.Rate;

class CaseCardTest {
  private static final Case CASE = Case.of("two-fixed-relus");

  @Test
  void aCaseIsSentAsItWasAgreed() {
    Object json = CaseCard.shown(CASE).data().get(CaseCard.MIME_TYPE);
    assertThat(json)
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .contains(
            Map.entry("version", 1),
            Map.entry("id", "two-fixed-relus"),
            Map.entry("address", CASE.address().toString()),
            Map.entry("symptoms", CASE.symptoms()),
            Map.entry("cause", CASE.cause()))
        .containsKeys("title", "at", "asks", "setup", "untold", "reported");
  }

  @Test
  void itsCardLeadsToWhereItWasAsked() {
    assertThat(html(CaseCard.shown(CASE)))
        .contains("<a href=\"" + CASE.address() + "\">", "<code>two-fixed-relus</code>")
        .contains(CASE.reported().get(0).told());
  }

  @Test
  void aTableHasARowForEachPublishedNumber() {
    String name = CASE.reported().get(0).name();
    var one = CASE.beside(name, new Rate(866, 2000));
    assertThat(html(PublishedTable.shown(one))).containsOnlyOnce("</td></tr>").contains(name);
    assertThat(html(PublishedTable.shown(Published.of(one, one))).split("</td></tr>")).hasSize(3);
  }

  private static String html(Shown shown) {
    return String.valueOf(shown.data().get(Shown.HTML));
  }
}
