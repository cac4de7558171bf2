package reluctant.sweep;

/** Hears what a sweep counts, part after part in their order, and writes it down. */
@FunctionalInterface
interface Journal<O extends Comparable<? super O>> {

  /** Writes what was counted of a part since the last call. */
  void write(long part, Tally<O> tally);
}
