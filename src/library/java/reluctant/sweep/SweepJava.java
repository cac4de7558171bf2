package reluctant.sweep;

import static reluctant.Text.format;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** A sweep as the Java that makes it. */
final class SweepJava {

  private SweepJava() {}

  static String of(Sweep sweep) {
    var java = new StringBuilder("Sweep.of(").append(sweep.trial()).append(')');
    java.append(
        format(".seeds(%dL, %dL).threads(%d)", sweep.firstSeed(), sweep.seeds(), sweep.threads()));
    for (Axis<?> axis : sweep.axes()) {
      java.append(".over(").append(quoted(axis.name())).append(", List.of(");
      java.append(axis.values().stream().map(Object::toString).collect(Collectors.joining(", ")));
      java.append("), ..)");
    }
    if (!sweep.engine().equals(Engine.local())) {
      java.append(".engine(").append(sweep.engine()).append(')');
    }
    if (sweep.time() != null) {
      java.append(".stopAfter(Duration.parse(\"").append(sweep.time()).append("\"))");
    }
    if (sweep.width() > 0) {
      java.append(".stopWhenNarrowerThan(").append(sweep.width()).append(')');
    }
    Path file = sweep.file();
    if (file != null) {
      java.append(".file(Path.of(").append(quoted(file.toString())).append("))");
    }
    return java.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
