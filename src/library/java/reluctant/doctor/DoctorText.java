package reluctant.doctor;

import static reluctant.Text.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.doctor.Treatment.Effect;
import reluctant.sweep.Rate;

/** What a {@link Doctor} says. */
final class DoctorText {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private DoctorText() {}

  static String of(Doctor doctor) {
    return Stream.of(
            Stream.of(doctor.sentence()),
            doctor.treatments().stream().map(Treatment::toString),
            doctor.failing().map(trial -> "It fails: " + trial).stream(),
            doctor.cured().map(trial -> "It learns: " + trial).stream())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  static String sentence(Doctor doctor) {
    String sentence =
        switch (doctor.end()) {
          case HEALTHY -> healthy(doctor.rate());
          case SURE -> sure(doctor, doctor.cure().orElseThrow());
          case NOT_SURE -> notSure(doctor);
          case TOO_LONG ->
              fails(doctor.rate()) + "Not sure; it would take " + about(doctor.seconds()) + ".";
          case INTERRUPTED -> fails(doctor.rate()) + "Not sure; it was interrupted.";
        };
    return doctor.symptoms().isEmpty() || doctor.rate().trials() == 0
        ? sentence
        : sentence + " What failed shows: " + symptoms(doctor) + ".";
  }

  private static String healthy(Rate rate) {
    return format(
        "Nothing is wrong: it learns in %d of %d runs, %s.", rate.count(), rate.trials(), rate);
  }

  private static String sure(Doctor doctor, Treatment cure) {
    Rate rate = doctor.rate();
    return format(
        "It fails in %d of %d runs because %s: with %s the same seeds learn in %d.%s",
        rate.trials() - rate.count(),
        rate.trials(),
        cure.cause().sentence(),
        cure.remedy(),
        cure.rate().count(),
        others(doctor, cure));
  }

  /** What helps as much and takes away something else. */
  private static String others(Doctor doctor, Treatment cure) {
    List<String> others =
        doctor.treatments().stream()
            .filter(other -> other.effect() == Effect.HELPS_MOST && other.cause() != cure.cause())
            .map(Treatment::remedy)
            .toList();
    return others.isEmpty() ? "" : " As good: " + String.join(", ", others) + ".";
  }

  private static String notSure(Doctor doctor) {
    String begin = fails(doctor.rate());
    Optional<Treatment> best = doctor.treatments().stream().findFirst();
    if (best.isEmpty()) {
      return begin + "Not sure why: that is too rare to tell.";
    }
    return begin
        + format(
            "Not sure why: none of %d remedies surely cures half of that. At best %s does, %s.",
            doctor.treatments().size(), best.get().remedy(), best.get().gain());
  }

  private static String fails(Rate rate) {
    return rate.trials() == 0
        ? ""
        : format("It fails in %d of %d runs. ", rate.trials() - rate.count(), rate.trials());
  }

  private static String symptoms(Doctor doctor) {
    return doctor.symptoms().entrySet().stream()
        .map(entry -> told(entry.getKey()) + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String told(Enum<?> symptom) {
    return symptom.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Such as "about 4 minutes". */
  static String about(double seconds) {
    if (seconds < 1.5 * MINUTE) {
      return format("about %.0f seconds", Math.max(1, seconds));
    }
    return seconds < 1.5 * HOUR
        ? format("about %.0f minutes", seconds / MINUTE)
        : format("about %.0f hours", seconds / HOUR);
  }
}
