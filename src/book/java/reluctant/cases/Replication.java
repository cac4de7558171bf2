package reluctant.cases;

import static reluctant.Text.format;

import reluctant.Require;
import reluctant.sweep.Interval;
import reluctant.sweep.Quantile;
import reluctant.sweep.Rate;

/**
 * A published number with ours beside it. Two counts agree when Fisher's exact test does not tell
 * them apart at 5 %; a published range agrees with what overlaps our interval.
 *
 * @param id the case's
 * @param reported what was published
 * @param ours what was measured here, with its interval
 * @param agrees whether the two do
 * @param why the test's p-value, or blank
 * @param explanation what a difference comes from, as an experiment shows, or blank
 */
public record Replication(
    String id, Reported reported, String ours, boolean agrees, String why, String explanation) {
  private static final double LEVEL = 0.05;

  public Replication {
    Require.present("id", id);
    Require.present("reported", reported);
    Require.present("ours", ours);
    Require.present("why", why);
    Require.present("explanation", explanation);
  }

  static Replication of(String id, Reported reported, Rate rate) {
    Rate counted = reported.counted();
    if (counted == null) {
      Interval interval = rate.interval();
      boolean overlaps = overlaps(reported, interval.low(), interval.high());
      return new Replication(id, reported, told(rate), overlaps, "", "");
    }
    double p = FisherExact.of(counted, rate);
    String why = p < 0.001 ? "p below 0.001" : format("p = %.2g", p);
    return new Replication(id, reported, told(rate), p >= LEVEL, why, "");
  }

  private static String told(Rate rate) {
    return format("%,d of %,d, %s", rate.count(), rate.trials(), rate);
  }

  static Replication of(String id, Reported reported, Quantile ours) {
    boolean overlaps = overlaps(reported, ours.low(), ours.high());
    return new Replication(id, reported, ours.toString(), overlaps, "", "");
  }

  static Replication of(String id, Reported reported, double low, double high) {
    Reported ours = Reported.range("ours", low, high);
    return new Replication(id, reported, ours.told(), overlaps(reported, low, high), "", "");
  }

  private static boolean overlaps(Reported reported, double low, double high) {
    return reported.low() <= high && low <= reported.high();
  }

  /**
   * Says what a difference comes from. A pair that agrees needs no explanation and shows none.
   *
   * @param by what an experiment of the section has shown, such as "its loss is summed, not a mean"
   */
  public Replication explainedBy(String by) {
    return new Replication(id, reported, ours, agrees, why, Require.present("by", by));
  }

  /** Whether the two agree, or it is said why not. */
  public boolean isMet() {
    return agrees || !explanation.isBlank();
  }

  /** Returns "agrees" or "differs" with the p-value, or what explains the difference. */
  public String verdict() {
    String behind = why.isEmpty() ? "" : " (" + why + ")";
    return agrees
        ? "agrees" + behind
        : explanation.isBlank() ? "differs" + behind : "differs" + behind + ": " + explanation;
  }

  /** Returns both numbers and whether they agree, in a line. */
  @Override
  public String toString() {
    return format(
        "%s, %s: published %s; here %s; %s", id, reported.name(), reported.told(), ours, verdict());
  }
}
