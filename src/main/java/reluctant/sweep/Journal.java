package reluctant.sweep;

/** Where what was counted is written down, part after part. */
@FunctionalInterface
interface Journal<O extends Comparable<? super O>> {

  /** Writes what was counted of a part since the last call. */
  void write(long part, Tally<O> tally);
}
