package reluctant.formula;

/** How strongly a term holds together, the weakest first. */
enum Strength {
  COMPARISON,
  SUM,
  PRODUCT,
  SIGN,
  POWER,
  SIMPLE;

  boolean isBelow(Strength other) {
    return compareTo(other) < 0;
  }
}
