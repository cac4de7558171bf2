package reluctant.kernel;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/**
 * How JJava lays out an error: a sentence first where {@link ErrorSentences} knows one, and in the
 * colour of the front end's text. The red and black that it has else cannot be read on a dark page,
 * and no red can be read on both.
 */
final class JJavaErrors extends StringStyler {
  private final ErrorSentences sentences;

  private JJavaErrors(ErrorSentences sentences) {
    super(ErrorStyle.PLAIN, ErrorStyle.SAID, ErrorStyle.PLACE, line -> ErrorStyle.MARGIN);
    this.sentences = sentences;
  }

  /** Takes the place of a kernel's own. */
  static void install(BaseKernel kernel, JShell shell) {
    ErrorStyle.set(kernel, new JJavaErrors(ErrorSentences.of(shell)));
  }

  @Override
  public String secondary(String line) {
    return line.startsWith("\tat ") ? super.primary(line) : super.secondary(sentences.line(line));
  }

  @Override
  public List<String> primaryLines(String source) {
    return below(sentences.above(source), super.primaryLines(source));
  }

  @Override
  public List<String> highlightSubstringLines(String source, int start, int end) {
    return below(sentences.above(source), super.highlightSubstringLines(source, start, end));
  }

  private List<String> below(List<String> said, List<String> shown) {
    List<String> lines = new ArrayList<>();
    said.forEach(sentence -> lines.add(super.secondary(sentence)));
    lines.addAll(shown);
    return lines;
  }
}
