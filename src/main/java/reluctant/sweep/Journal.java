package reluctant.sweep;

/** Where what was counted is written down, part after part. */
@FunctionalInterface
interface Journal<O extends Comparable<? super O>> {

  /** Writes the next tally. */
  void write(Tally<O> tally);
}
