package reluctant.plot;

/** Colours for numbers: even steps for the eye, also one that does not tell red from green. */
public enum ColorScale {
  /** Dark violet to yellow: for amounts. What a figure gets where its author chose none. */
  VIRIDIS("Viridis"),
  /** Dark blue to yellow: for amounts, nearly the same to every eye. */
  CIVIDIS("Cividis"),
  /** Light to dark blue: for amounts on paper. */
  BLUES("Blues"),
  /** Light to dark grey: for shares and masks. */
  GREYS("Greys"),
  /** Blue over white to red: for signed numbers, with a range that has 0 in its middle. */
  BLUE_RED("RdBu");

  private final String plotlyName;

  ColorScale(String plotlyName) {
    this.plotlyName = plotlyName;
  }

  /** The name that plotly knows it by. */
  @Override
  public String toString() {
    return plotlyName;
  }
}
